package org.tasteprint.cli;

import java.util.logging.LogManager;

/**
 * Goes on logging while the program ends. The JDK's own manager takes all handlers away as soon as that begins, and so before a server
 * has finished the requests under way.
 */
public final class LastingLogManager extends LogManager {
    /** Takes nothing away: our handler writes to standard error, which needs no closing. */
    @Override
    public void reset() {}
}
