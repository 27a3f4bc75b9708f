/** One class a command: its options and help, the call into {@code app}, and what it prints. */
package org.tasteprint.cli.command;
