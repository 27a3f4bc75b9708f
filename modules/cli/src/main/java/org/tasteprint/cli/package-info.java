/**
 * The command line, and the only place that knows every module.
 *
 * <ul>
 *   <li>{@code command}: one class a command; it parses, calls {@code app}, and prints.
 *   <li>{@code app}: what Tasteprint can do, wired from the modules; commands, the demo and the server all call it.
 *   <li>{@code demo}: the synthetic catalogue and the guided tour.
 *   <li>{@code terminal}: progress, tables and JSON.
 * </ul>
 */
package org.tasteprint.cli;
