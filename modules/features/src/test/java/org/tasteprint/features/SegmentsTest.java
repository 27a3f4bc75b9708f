package org.tasteprint.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tasteprint.audio.Spectrogram;
import org.tasteprint.nets.Patches;

class SegmentsTest {
    private static final int BANDS = Patches.BANDS;

    /** The first band rises by 1 a frame, the second jumps between 0 and 2, the others are silent. */
    private static Spectrogram spectrogram(int frames) {
        float[] values = new float[frames * BANDS];
        for (int frame = 0; frame < frames; frame++) {
            values[BANDS * frame] = frame;
            values[BANDS * frame + 1] = frame % 2 * 2;
        }
        return new Spectrogram(frames, BANDS, values);
    }

    @ParameterizedTest
    @CsvSource({"186,0,0", "187,1,1", "247,1,1", "248,2,1", "374,4,2", "751,10,4"})
    void areFullWindowsOnly(int frames, int everySecond, int everyThreeSeconds) {
        assertThat(new Segments(spectrogram(frames), Hop.ONE_SECOND).count()).isEqualTo(everySecond);
        assertThat(new Segments(spectrogram(frames), Hop.THREE_SECONDS).count()).isEqualTo(everyThreeSeconds);
    }

    @Test
    void startAHopApart() {
        float[] patches = new Segments(spectrogram(400), Hop.ONE_SECOND).patches(1, 3).separate();
        assertThat(patches).hasSize(2 * Patches.SIZE);
        assertThat(patches[0]).isEqualTo(61);
        assertThat(patches[Patches.SIZE - BANDS]).isEqualTo(61 + 186);
        assertThat(patches[Patches.SIZE]).isEqualTo(2 * 61);
    }

    @Test
    void statisticsAreMeanDeviationAndChange() {
        float[] statistics = new Segments(spectrogram(400), Hop.THREE_SECONDS).statistics();
        assertThat(statistics).hasSize(2 * 3 * BANDS);
        int second = 3 * BANDS;
        double jumpsMean = 2.0 * 94 / 187; // the second segment begins at an odd frame: 94 of its 187 frames are 2
        assertThat(statistics[second]).isEqualTo(187 + 93);
        assertThat((double) statistics[second + 1]).isCloseTo(jumpsMean, within(1e-6));
        assertThat((double) statistics[second + BANDS]).isCloseTo(Math.sqrt((187.0 * 187 - 1) / 12), within(1e-4));
        assertThat((double) statistics[second + BANDS + 1]).isCloseTo(Math.sqrt(jumpsMean * (2 - jumpsMean)), within(1e-6));
        assertThat(statistics[second + 2 * BANDS]).isEqualTo(1);
        assertThat(statistics[second + 2 * BANDS + 1]).isEqualTo(2);
    }
}
