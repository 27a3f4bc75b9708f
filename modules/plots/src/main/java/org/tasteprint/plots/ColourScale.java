package org.tasteprint.plots;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * Which value has which colour.
 *
 * @param low  the value of the map's first colour, less than {@code high}
 * @param high the value of its last
 * @param unit what the values are in, for example {@code dB}; empty where they have no unit
 */
public record ColourScale(ColourMap map, double low, double high, String unit) {
    private static final double COMMON = 0.98;

    public ColourScale {
        requireNonNull(map, "map is null");
        requireNonNull(unit, "unit is null");
        if (!(low < high)) {
            throw new IllegalArgumentException("low must be less than high; low=%s, high=%s".formatted(low, high));
        }
    }

    /** From the least to the largest of the values: magma, or coolwarm when some are negative and some positive. */
    public static ColourScale covering(float[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float value : values) {
            if (Float.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (!(low < high)) {
            double only = low == high ? low : 0;
            return new ColourScale(ColourMap.MAGMA, only - 0.5, only + 0.5, "");
        }
        return new ColourScale(low < 0 && high > 0 ? ColourMap.COOLWARM : ColourMap.MAGMA, low, high, "");
    }

    /**
     * As far below 0 as above, so that the middle of coolwarm is 0, and as far as all but the largest fiftieth of the values lie: a
     * few that stand out, as the first of the MFCC do, would leave the others one colour.
     */
    public static ColourScale aroundZero(float[] values) {
        float[] sizes = new float[values.length];
        int finite = 0;
        for (float value : values) {
            if (Float.isFinite(value)) {
                sizes[finite++] = Math.abs(value);
            }
        }
        Arrays.sort(sizes, 0, finite);
        double reach = finite == 0 ? 0 : sizes[(int) (COMMON * (finite - 1))];
        if (reach == 0 && finite > 0) {
            reach = sizes[finite - 1];
        }
        return new ColourScale(ColourMap.COOLWARM, reach == 0 ? -1 : -reach, reach == 0 ? 1 : reach, "");
    }

    /** From 0 to the largest of the values, none of which is negative, in magma. */
    public static ColourScale fromZero(float[] values) {
        double high = 0;
        for (float value : values) {
            high = Float.isFinite(value) ? Math.max(high, value) : high;
        }
        return new ColourScale(ColourMap.MAGMA, 0, high > 0 ? high : 1, "");
    }

    /** The colour of a value as 0xRRGGBB. */
    int rgb(double value) {
        return map.rgb((value - low) / (high - low));
    }
}
