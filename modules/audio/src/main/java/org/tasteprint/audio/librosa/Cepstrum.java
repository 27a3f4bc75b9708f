package org.tasteprint.audio.librosa;

/** Mel-frequency cepstral coefficients and how they change. */
final class Cepstrum {
    private static final int DELTA_FRAMES = 9;

    private Cepstrum() {}

    /**
     * The first coefficients of an orthonormal DCT-II down the bands.
     *
     * @param decibels {@code float[bands][frames]}
     * @return {@code float[20][frames]}
     */
    static float[][] mfcc(float[][] decibels) {
        int bands = decibels.length;
        int frames = decibels[0].length;
        float[][] coefficients = new float[LibrosaFeature.MFCC.rows()][frames];
        for (int k = 0; k < coefficients.length; k++) {
            double scale = Math.sqrt((k == 0 ? 1.0 : 2.0) / bands);
            for (int band = 0; band < bands; band++) {
                double weight = scale * Math.cos(Math.PI * k * (2 * band + 1) / (2.0 * bands));
                addScaled((float) weight, decibels[band], coefficients[k]);
            }
        }
        return coefficients;
    }

    /**
     * The slope of a line, or the second derivative of a parabola, fitted to the nine frames around each (Savitzky and Golay,
     * 1964). The first and last four frames have the value of the nearest that has nine around it; of sound with fewer than
     * nine frames, which librosa refuses, one line or parabola is fitted to them all.
     *
     * @param rows  {@code float[rows][frames]}
     * @param order 1 or 2
     */
    static float[][] delta(float[][] rows, int order) {
        int frames = rows[0].length;
        double[] weights = weights(Math.min(DELTA_FRAMES, frames), order);
        float[][] delta = new float[rows.length][frames];
        for (int row = 0; row < rows.length; row++) {
            for (int frame = 0; frame < frames; frame++) {
                int start = Math.clamp(frame - DELTA_FRAMES / 2, 0, frames - weights.length);
                double sum = 0;
                for (int i = 0; i < weights.length; i++) {
                    sum += weights[i] * rows[row][start + i];
                }
                delta[row][frame] = (float) sum;
            }
        }
        return delta;
    }

    /** What values at equal distances are weighted with to get the derivative; all 0 when they are too few for one. */
    private static double[] weights(int points, int order) {
        double[] weights = new double[points];
        double mean = order == 1 ? 0 : (points * points - 1) / 12.0;
        double squares = 0;
        for (int i = 0; i < points; i++) {
            double x = i - (points - 1) / 2.0;
            weights[i] = Math.pow(x, order) - mean;
            squares += weights[i] * weights[i];
        }
        for (int i = 0; i < points; i++) {
            weights[i] = squares < 1e-9 ? 0 : order * weights[i] / squares;
        }
        return weights;
    }

    private static void addScaled(float weight, float[] row, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * row[i];
        }
    }
}
