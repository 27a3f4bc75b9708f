package org.tasteprint.cli.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Checks of numbers on the command line; what is wrong is wrong usage (exit code 2). */
final class Counts {
    private Counts() {}

    static int atLeastOne(CommandSpec spec, String option, int value) {
        if (value < 1) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '%s': %d is not at least 1".formatted(option, value));
        }
        return value;
    }
}
