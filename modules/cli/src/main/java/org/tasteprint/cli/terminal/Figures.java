package org.tasteprint.cli.terminal;

import org.tasteprint.core.Interval;

/** Figures as tables show them: three decimals. */
public final class Figures {
    private Figures() {}

    /** 0.734, or a dash for a figure that the data does not allow. */
    public static String of(double value) {
        return Double.isNaN(value) ? "–" : "%.3f".formatted(value);
    }

    /** 0.70 … 0.77 */
    public static String of(Interval interval) {
        return "%.3f … %.3f".formatted(interval.low(), interval.high());
    }
}
