package org.tasteprint.audio.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tasteprint.audio.Signals;

class FilterBankTest {
    @Test
    void sumsBinsByTheirWeights() {
        FilterBank bank = new FilterBank(new float[][] {{0, 2, 1, 0}, {1, 0, 0, 3}, {0, 0, 0, 0}});
        float[] sums = new float[3];
        bank.apply(new float[] {1, 10, 100, 1000}, sums);
        assertThat(sums).containsExactly(120, 3001, 0);
    }

    @Test
    void manySpectraAtOnceGiveWhatOneByOneGives() {
        FilterBank bank = MelFilters.slaney(40, 11_025, 257, 22_050);
        int frames = 70;
        float[][] spectra = new float[257][];
        for (int bin = 0; bin < 257; bin++) {
            spectra[bin] = Signals.noise(frames, bin);
        }
        float[][] sums = new float[40][frames + 5];
        bank.apply(spectra, frames, sums, 5);
        float[] one = new float[40];
        float[] spectrum = new float[257];
        for (int frame = 0; frame < frames; frame++) {
            for (int bin = 0; bin < 257; bin++) {
                spectrum[bin] = spectra[bin][frame];
            }
            bank.apply(spectrum, one);
            for (int filter = 0; filter < 40; filter++) {
                assertThat(sums[filter][5 + frame]).isCloseTo(one[filter], within(1e-7f));
            }
        }
        assertThat(sums[0]).startsWith(0, 0, 0, 0, 0);
    }
}
