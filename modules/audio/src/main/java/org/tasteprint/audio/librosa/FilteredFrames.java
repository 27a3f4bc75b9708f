package org.tasteprint.audio.librosa;

import org.tasteprint.audio.spectrum.FilterBank;

/**
 * Filters spectra that come one by one, many at a time: what is done to a bin is done to its neighbours in time in the same
 * loop.
 */
final class FilteredFrames {
    private static final int BLOCK = 128;

    private final FilterBank bank;
    private final float[][] block;
    private final float[][] rows;
    private int held;
    private int done;

    /** @param frames how many will come */
    FilteredFrames(FilterBank bank, int frames) {
        this.bank = bank;
        this.block = new float[bank.bins()][Math.min(BLOCK, frames)];
        this.rows = new float[bank.size()][frames];
    }

    /** Takes the spectrum of the next frame, {@code float[bins]}. */
    void add(float[] spectrum) {
        for (int bin = 0; bin < spectrum.length; bin++) {
            block[bin][held] = spectrum[bin];
        }
        if (++held == BLOCK) {
            filter();
        }
    }

    /** What the filters let through of all that came: {@code float[filters][frames]}. */
    float[][] rows() {
        filter();
        return rows;
    }

    private void filter() {
        bank.apply(block, held, rows, done);
        done += held;
        held = 0;
    }
}
