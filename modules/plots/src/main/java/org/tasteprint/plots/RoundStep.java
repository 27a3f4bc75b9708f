package org.tasteprint.plots;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Distances between marks that people like to count in: 1, 2 or 5 times a power of ten. */
final class RoundStep {
    private RoundStep() {}

    /** The least round step that covers {@code range} in at most {@code most} steps. */
    static double of(double range, int most) {
        double least = range / most;
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (int factor : new int[] {1, 2, 5}) {
            if (factor * power >= least * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** A multiple of a step with as many decimals as the step has; with a true minus. */
    static String text(double value, double step) {
        int decimals = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
        String digits = rounded.abs().toPlainString();
        return rounded.signum() < 0 ? "\u2212" + digits : digits;
    }
}
