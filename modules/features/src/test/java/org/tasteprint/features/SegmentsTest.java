package org.tasteprint.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tasteprint.audio.Spectrogram;

class SegmentsTest {
    /** Two bands: the first rises by 1 a frame, the second jumps between 0 and 2. */
    private static Spectrogram spectrogram(int frames) {
        float[] values = new float[frames * 2];
        for (int frame = 0; frame < frames; frame++) {
            values[2 * frame] = frame;
            values[2 * frame + 1] = frame % 2 * 2;
        }
        return new Spectrogram(frames, 2, values);
    }

    @ParameterizedTest
    @CsvSource({"186,0,0", "187,1,1", "247,1,1", "248,2,1", "374,4,2", "751,10,4"})
    void areFullWindowsOnly(int frames, int everySecond, int everyThreeSeconds) {
        assertThat(new Segments(spectrogram(frames), Hop.ONE_SECOND).count()).isEqualTo(everySecond);
        assertThat(new Segments(spectrogram(frames), Hop.THREE_SECONDS).count()).isEqualTo(everyThreeSeconds);
    }

    @Test
    void startAHopApart() {
        float[] patches = new Segments(spectrogram(400), Hop.ONE_SECOND).patches(1, 3);
        assertThat(patches).hasSize(2 * 187 * 2);
        assertThat(patches[0]).isEqualTo(61);
        assertThat(patches[187 * 2 - 2]).isEqualTo(61 + 186);
        assertThat(patches[187 * 2]).isEqualTo(2 * 61);
    }

    @Test
    void statisticsAreMeanDeviationAndChange() {
        float[] statistics = new Segments(spectrogram(400), Hop.THREE_SECONDS).statistics();
        assertThat(statistics).hasSize(2 * 6);
        double jumpsMean = 2.0 * 94 / 187; // the second segment begins at an odd frame: 94 of its 187 frames are 2
        assertThat(statistics[6]).isEqualTo(187 + 93);
        assertThat((double) statistics[7]).isCloseTo(jumpsMean, within(1e-6));
        assertThat((double) statistics[8]).isCloseTo(Math.sqrt((187.0 * 187 - 1) / 12), within(1e-4));
        assertThat((double) statistics[9]).isCloseTo(Math.sqrt(jumpsMean * (2 - jumpsMean)), within(1e-6));
        assertThat(statistics[10]).isEqualTo(1);
        assertThat(statistics[11]).isEqualTo(2);
    }
}
