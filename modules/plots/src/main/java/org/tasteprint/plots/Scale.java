package org.tasteprint.plots;

/** Places values along an axis: 0 at its beginning, 1 at its end. */
@FunctionalInterface
public interface Scale {
    double position(double value);

    /** Equal differences are equal distances. */
    static Scale linear(double low, double high) {
        requireOrder(low, high);
        return value -> (value - low) / (high - low);
    }

    /** Equal ratios are equal distances; both ends are positive. */
    static Scale logarithmic(double low, double high) {
        requireOrder(low, high);
        if (!(low > 0)) {
            throw new IllegalArgumentException("low must be positive; low=" + low);
        }
        return value -> Math.log(value / low) / Math.log(high / low);
    }

    /** Frequencies from 0 on Slaney's mel scale: linear below 1 kHz, logarithmic above. */
    static Scale mel(double highHz) {
        requireOrder(0, highHz);
        return hz -> mels(hz) / mels(highHz);
    }

    private static double mels(double hz) {
        return hz < 1000 ? hz * 3 / 200 : 15 + 27 * Math.log(hz / 1000) / Math.log(6.4);
    }

    private static void requireOrder(double low, double high) {
        if (!(low < high)) {
            throw new IllegalArgumentException("low must be less than high; low=%s, high=%s".formatted(low, high));
        }
    }
}
