package org.tasteprint.cli.command;

import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * What is logged, on standard error, by the JDK's own logging, to which SLF4J is bound. Libraries speak only when asked to: with
 * {@code -v} everything from INFO up, otherwise errors alone.
 */
final class Logging {
    private static final Logger ROOT = Logger.getLogger("");

    /** Loggers are held, because the JDK forgets the levels of those that nobody holds. */
    private static final Logger OURS = Logger.getLogger("org.tasteprint");

    /** Libraries that log as errors what we report ourselves. */
    private static final List<Logger> QUIET = Stream.of(
                    "com.zaxxer.hikari", "org.flywaydb", "io.zonky", "org.postgresql", "ai.djl", "io.jhdf")
            .map(Logger::getLogger)
            .toList();

    private Logging() {}

    /** For every command. */
    static void configure(boolean verbose) {
        write(LogLines.Form.TEXT);
        ROOT.setLevel(verbose ? Level.INFO : Level.SEVERE);
        OURS.setLevel(null);
        QUIET.forEach(logger -> logger.setLevel(verbose ? null : Level.OFF));
    }

    /** For servers whose log is read: every request, our jobs, and everybody's warnings. */
    static void ofServer(LogLines.Form form, boolean verbose) {
        write(form);
        ROOT.setLevel(verbose ? Level.INFO : Level.WARNING);
        OURS.setLevel(Level.INFO);
    }

    private static void write(LogLines.Form form) {
        for (Handler handler : ROOT.getHandlers()) {
            ROOT.removeHandler(handler);
        }
        Handler console = new ConsoleHandler();
        console.setLevel(Level.ALL);
        console.setFormatter(new LogLines(form));
        ROOT.addHandler(console);
    }
}
