package org.tasteprint.audio.librosa;

/** Power in decibels ({@code librosa.power_to_db} with its defaults). */
final class Decibels {
    private static final float LEAST_POWER = 1e-10f;
    private static final float RANGE = 80;

    private Decibels() {}

    /** The rows, {@code float[rows][frames]}, in decibels against 1: from -100, and no lower than 80 below the loudest of all. */
    static float[][] ofPower(float[][] power) {
        float[][] decibels = new float[power.length][power[0].length];
        float loudest = Float.NEGATIVE_INFINITY;
        for (int row = 0; row < power.length; row++) {
            for (int frame = 0; frame < power[row].length; frame++) {
                decibels[row][frame] = (float) (10 * Math.log10(Math.max(LEAST_POWER, power[row][frame])));
                loudest = Math.max(loudest, decibels[row][frame]);
            }
        }
        for (float[] row : decibels) {
            for (int frame = 0; frame < row.length; frame++) {
                row[frame] = Math.max(row[frame], loudest - RANGE);
            }
        }
        return decibels;
    }
}
