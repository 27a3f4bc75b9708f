package org.tasteprint.cli.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Checks of numbers on the command line; what is wrong is wrong usage (exit code 2). */
final class Counts {
    private Counts() {}

    static int atLeastOne(CommandSpec spec, String option, int value) {
        return atLeast(1, spec, option, value);
    }

    static int notNegative(CommandSpec spec, String option, int value) {
        return atLeast(0, spec, option, value);
    }

    static int atLeast(int least, CommandSpec spec, String option, int value) {
        if (value < least) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '%s': %d is not at least %d".formatted(option, value, least));
        }
        return value;
    }

    static double share(CommandSpec spec, String option, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '%s': %s is not in 0..1".formatted(option, value));
        }
        return value;
    }
}
