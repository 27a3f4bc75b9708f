package org.tasteprint.audio.spectrum;

/**
 * Triangular filters on Slaney's mel scale (Auditory Toolbox, 1998): linear below 1 kHz, logarithmic above, each triangle
 * scaled to unit area.
 */
public final class MelFilters {
    private static final double HZ_PER_MEL = 200.0 / 3;
    private static final double BREAK_HZ = 1000;
    private static final double BREAK_MEL = BREAK_HZ / HZ_PER_MEL;
    private static final double LOG_STEP = Math.log(6.4) / 27;

    private MelFilters() {}

    /**
     * Makes a bank.
     *
     * @param bands     number of filters
     * @param maximumHz upper end of the highest filter; the lowest begins at 0
     * @param bins      bins of a spectrum from 0 Hz to half the sample rate
     */
    public static FilterBank slaney(int bands, double maximumHz, int bins, int sampleRateHz) {
        double[] edgeHz = new double[bands + 2];
        for (int i = 0; i < edgeHz.length; i++) {
            edgeHz[i] = melToHz(hzToMel(maximumHz) * i / (bands + 1));
        }
        float[][] filters = new float[bands][];
        for (int band = 0; band < bands; band++) {
            filters[band] = triangle(edgeHz[band], edgeHz[band + 1], edgeHz[band + 2], bins, sampleRateHz);
        }
        return new FilterBank(filters);
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
