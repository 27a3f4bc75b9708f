package org.tasteprint.audio;

import java.util.Arrays;

/**
 * A bank of triangular filters on Slaney's mel scale (Auditory Toolbox, 1998): linear below 1 kHz, logarithmic above, each triangle
 * scaled to unit area. Only the cells that are not zero are kept: a few for every band.
 */
final class MelFilters {
    private static final double HZ_PER_MEL = 200.0 / 3;
    private static final double BREAK_HZ = 1000;
    private static final double BREAK_MEL = BREAK_HZ / HZ_PER_MEL;
    private static final double LOG_STEP = Math.log(6.4) / 27;

    private final int[] firstBin;
    private final float[][] weights;

    /**
     * @param bands      number of filters
     * @param maximumHz  upper end of the highest filter; the lowest begins at 0
     * @param bins       bins of a spectrum from 0 Hz to half the sample rate
     */
    MelFilters(int bands, double maximumHz, int bins, int sampleRateHz) {
        double[] edgeHz = new double[bands + 2];
        for (int i = 0; i < edgeHz.length; i++) {
            edgeHz[i] = melToHz(hzToMel(maximumHz) * i / (bands + 1));
        }
        firstBin = new int[bands];
        weights = new float[bands][];
        for (int band = 0; band < bands; band++) {
            float[] dense = triangle(edgeHz[band], edgeHz[band + 1], edgeHz[band + 2], bins, sampleRateHz);
            int first = 0;
            while (first < bins - 1 && dense[first] == 0) {
                first++;
            }
            int end = bins;
            while (end > first && dense[end - 1] == 0) {
                end--;
            }
            firstBin[band] = first;
            weights[band] = Arrays.copyOfRange(dense, first, end);
        }
    }

    /** Writes the energy of each band to {@code energies[0..bands-1]}. */
    void apply(float[] power, float[] energies) {
        for (int band = 0; band < weights.length; band++) {
            float[] triangle = weights[band];
            int first = firstBin[band];
            float sum = 0;
            for (int i = 0; i < triangle.length; i++) {
                sum += triangle[i] * power[first + i];
            }
            energies[band] = sum;
        }
    }

    private static float[] triangle(double lowHz, double centreHz, double highHz, int bins, int sampleRateHz) {
        float[] weights = new float[bins];
        double area = 2 / (highHz - lowHz);
        for (int bin = 0; bin < bins; bin++) {
            double hz = bin * (sampleRateHz / 2.0) / (bins - 1);
            double rising = (hz - lowHz) / (centreHz - lowHz);
            double falling = (highHz - hz) / (highHz - centreHz);
            weights[bin] = (float) (area * Math.max(0, Math.min(rising, falling)));
        }
        return weights;
    }

    private static double hzToMel(double hz) {
        return hz < BREAK_HZ ? hz / HZ_PER_MEL : BREAK_MEL + Math.log(hz / BREAK_HZ) / LOG_STEP;
    }

    private static double melToHz(double mel) {
        return mel < BREAK_MEL ? mel * HZ_PER_MEL : BREAK_HZ * Math.exp(LOG_STEP * (mel - BREAK_MEL));
    }
}
