package org.tasteprint.cli.command;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Libraries speak only when asked to: with {@code -v} everything from INFO up, otherwise errors alone. */
final class Logging {
    private static final Logger JDK_ROOT = Logger.getLogger("");

    /** Libraries that log as errors what we report ourselves. */
    private static final List<String> QUIET = List.of("com.zaxxer.hikari", "org.flywaydb", "io.zonky", "org.postgresql", "ai.djl", "io.jhdf");

    private Logging() {}

    /** Must run before the first logger of SLF4J is made. */
    static void configure(boolean verbose) {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", verbose ? "info" : "error");
        System.setProperty("org.slf4j.simpleLogger.showDateTime", "true");
        System.setProperty("org.slf4j.simpleLogger.dateTimeFormat", "HH:mm:ss.SSS");
        if (!verbose) {
            QUIET.forEach(logger -> System.setProperty("org.slf4j.simpleLogger.log." + logger, "off"));
        }
        JDK_ROOT.setLevel(verbose ? Level.INFO : Level.SEVERE);
    }
}
