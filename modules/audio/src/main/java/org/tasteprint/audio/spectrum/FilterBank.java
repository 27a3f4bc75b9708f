package org.tasteprint.audio.spectrum;

import java.util.Arrays;

/**
 * Weighted sums over the bins of a spectrum. Of each filter only the cells between its first and last that are not 0 are kept.
 */
public final class FilterBank {
    private final int bins;
    private final int[] firstBin;
    private final float[][] weights;

    /** @param filters {@code float[filters][bins]} */
    public FilterBank(float[][] filters) {
        bins = filters[0].length;
        firstBin = new int[filters.length];
        weights = new float[filters.length][];
        for (int filter = 0; filter < filters.length; filter++) {
            float[] dense = filters[filter];
            int first = 0;
            while (first < bins - 1 && dense[first] == 0) {
                first++;
            }
            int end = bins;
            while (end > first && dense[end - 1] == 0) {
                end--;
            }
            firstBin[filter] = first;
            weights[filter] = Arrays.copyOfRange(dense, first, end);
        }
    }

    /** How many filters there are. */
    public int size() {
        return weights.length;
    }

    /** Bins of the spectra that it filters. */
    public int bins() {
        return bins;
    }

    /** Filters one spectrum, {@code float[bins]}, into {@code sums[0..size-1]}. */
    public void apply(float[] spectrum, float[] sums) {
        for (int filter = 0; filter < weights.length; filter++) {
            float[] filterWeights = weights[filter];
            int first = firstBin[filter];
            float sum = 0;
            for (int i = 0; i < filterWeights.length; i++) {
                sum += filterWeights[i] * spectrum[first + i];
            }
            sums[filter] = sum;
        }
    }

    /**
     * Filters many spectra at once, several times as fast as one by one.
     *
     * @param spectra {@code float[bins][frames]}
     * @param frames  how many
     * @param sums    {@code float[size][…]}: gets the sums from {@code column} on
     */
    public void apply(float[][] spectra, int frames, float[][] sums, int column) {
        float[] sum = new float[frames];
        for (int filter = 0; filter < weights.length; filter++) {
            Arrays.fill(sum, 0);
            for (int i = 0; i < weights[filter].length; i++) {
                addScaled(weights[filter][i], spectra[firstBin[filter] + i], sum);
            }
            System.arraycopy(sum, 0, sums[filter], column, frames);
        }
    }

    /**
     * C2 vectorises this because all arrays are read and written at the same index, so that it does not matter whether they are
     * one.
     */
    private static void addScaled(float weight, float[] spectra, float[] sum) {
        for (int frame = 0; frame < sum.length; frame++) {
            sum[frame] += weight * spectra[frame];
        }
    }
}
