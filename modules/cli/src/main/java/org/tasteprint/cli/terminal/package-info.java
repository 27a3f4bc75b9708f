/** What a person or a script sees: progress bars and notes on standard error, tables or one JSON object on standard output. */
package org.tasteprint.cli.terminal;
