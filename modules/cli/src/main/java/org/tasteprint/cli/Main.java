package org.tasteprint.cli;

import org.tasteprint.cli.command.TasteprintCommand;

/** Where the program starts. */
public final class Main {
    private Main() {}

    /** Runs one command and exits with 0 (done), 1 (failed) or 2 (wrong usage). */
    public static void main(String[] arguments) {
        // Must be there before anything logs.
        System.setProperty("java.util.logging.manager", LastingLogManager.class.getName());
        System.exit(TasteprintCommand.execute(arguments));
    }
}
