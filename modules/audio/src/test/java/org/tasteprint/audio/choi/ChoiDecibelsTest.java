package org.tasteprint.audio.choi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tasteprint.audio.AudioFile;
import org.tasteprint.audio.Pcm;
import org.tasteprint.audio.SharedData;
import org.tasteprint.audio.Spectrogram;

class ChoiDecibelsTest {
    @ParameterizedTest
    @ValueSource(strings = {"brahms", "fishin", "vibeace"})
    void hearsWhatTheTaggersHear(String excerpt) throws IOException {
        Path folder = SharedData.folder("golden/networks");
        float[] expected = SharedData.npy(folder.resolve(excerpt + "_12k_29.12s.choi_meldb.npy"));

        Spectrogram decibels = ChoiDecibels.forTaggers(sound(excerpt));

        assertThat(decibels.frames()).isEqualTo(1366);
        assertThat(largestDifference(decibels, expected)).isLessThan(2e-4);
    }

    @Test
    void hearsWhatTheTransferLearningNetworkHears() throws IOException {
        float[] expected =
                SharedData.npy(SharedData.folder("golden/networks").resolve("vibeace_12k_first29s.choi160_kapre_db.npy"));
        float[] samples = Arrays.copyOf(sound("vibeace").samples(), ChoiDecibels.CONVNET_SAMPLES);

        Spectrogram decibels = ChoiDecibels.forConvNet(new Pcm(samples, 12_000));

        assertThat(decibels.frames()).isEqualTo(1360);
        assertThat(largestDifference(decibels, expected)).isLessThan(2e-4);
    }

    @Test
    void silenceIsFlat() {
        assertThat(ChoiDecibels.forTaggers(new Pcm(new float[349_440], 12_000)).values()).containsOnly(-100);
        Spectrogram shortest = ChoiDecibels.forConvNet(new Pcm(new float[81_920], 12_000));
        assertThat(shortest.frames()).isEqualTo(320);
        assertThat(shortest.values()).containsOnly(0);
    }

    @Test
    void refusesOtherLengthsAndRates() {
        assertThatIllegalArgumentException().isThrownBy(() -> ChoiDecibels.forTaggers(new Pcm(new float[349_441], 12_000)));
        assertThatIllegalArgumentException().isThrownBy(() -> ChoiDecibels.forTaggers(new Pcm(new float[349_440], 16_000)));
        assertThatIllegalArgumentException().isThrownBy(() -> ChoiDecibels.forConvNet(new Pcm(new float[81_919], 12_000)));
    }

    private static Pcm sound(String excerpt) {
        return AudioFile.decode(SharedData.folder("golden/networks").resolve(excerpt + "_12k_29.12s.wav"), 12_000);
    }

    /** The reference has a row a band. */
    private static double largestDifference(Spectrogram decibels, float[] expected) {
        assertThat(decibels.values()).hasSameSizeAs(expected);
        double largest = 0;
        for (int frame = 0; frame < decibels.frames(); frame++) {
            for (int band = 0; band < decibels.bands(); band++) {
                float computed = decibels.values()[frame * decibels.bands() + band];
                largest = Math.max(largest, Math.abs(computed - expected[band * decibels.frames() + frame]));
            }
        }
        return largest;
    }
}
