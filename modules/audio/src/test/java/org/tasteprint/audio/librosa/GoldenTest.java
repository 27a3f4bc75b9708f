package org.tasteprint.audio.librosa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tasteprint.audio.AudioFile;
import org.tasteprint.audio.Pcm;
import org.tasteprint.audio.SharedData;
import org.tasteprint.audio.Spectrogram;

/** Ours against librosa 0.10.2's own output, on ten seconds of music each. */
class GoldenTest {
    private static final Map<LibrosaFeature, String> FILES = Map.of(
            LibrosaFeature.MEL, "melspectrogram_128",
            LibrosaFeature.MFCC, "mfcc_20",
            LibrosaFeature.MFCC_DELTA, "mfcc_20_delta",
            LibrosaFeature.MFCC_DELTA2, "mfcc_20_delta2",
            LibrosaFeature.CHROMA_CENS, "chroma_cens_12",
            LibrosaFeature.CHROMA_CQT, "chroma_cqt_12",
            LibrosaFeature.CHROMA_STFT, "chroma_stft_12",
            LibrosaFeature.TONNETZ, "tonnetz_6",
            LibrosaFeature.TEMPOGRAM, "tempogram_128");
    private static final int FRAMES = 216;

    @ParameterizedTest
    @ValueSource(strings = {"vibeace", "nutcracker", "fishin", "brahms"})
    void everyFeatureAgreesToAMillionthOfItsNorm(String excerpt) throws IOException {
        Path folder = SharedData.folder("golden/librosa");
        Pcm sound = sound(folder, excerpt);
        Map<LibrosaFeature, Spectrogram> features = LibrosaFeatures.of(sound, EnumSet.allOf(LibrosaFeature.class));
        for (LibrosaFeature feature : LibrosaFeature.values()) {
            float[] expected = expected(folder, excerpt, FILES.get(feature));
            Spectrogram ours = features.get(feature);
            assertThat(ours.frames()).as(feature.label()).isEqualTo(FRAMES);
            assertThat(ours.bands()).as(feature.label()).isEqualTo(feature.rows());
            assertThat(relativeError(ours, expected)).as(feature.label()).isLessThan(2e-6);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vibeace", "nutcracker", "fishin", "brahms"})
    void theConstantQTransformAgrees(String excerpt) throws IOException {
        Path folder = SharedData.folder("golden/librosa");
        float[] samples = sound(folder, excerpt).samples();
        double tuning = switch (excerpt) {
            case "vibeace" -> 0.12;
            case "nutcracker" -> 0.07;
            case "fishin" -> 0.09;
            default -> 0.45;
        };
        float[][] rows = ConstantQ.magnitudes(samples, tuning);
        float[] expected = expected(folder, excerpt, "debug_cqt_mag_252_bpo36_tuned");
        float[] values = new float[FRAMES * rows.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows[i % rows.length][i / rows.length];
        }
        assertThat(relativeError(new Spectrogram(FRAMES, rows.length, values), expected)).isLessThan(1e-6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vibeace", "nutcracker", "fishin", "brahms"})
    void theAveragedVectorIsTheMeansSideBySide(String excerpt) throws IOException {
        Path folder = SharedData.folder("golden/librosa");
        float[] averaged = LibrosaFeatures.averaged(
                LibrosaFeatures.of(sound(folder, excerpt), EnumSet.allOf(LibrosaFeature.class)));
        assertThat(averaged).hasSize(358);
        int next = 0;
        for (LibrosaFeature feature : LibrosaFeature.values()) {
            float[] expected = expected(folder, excerpt, FILES.get(feature));
            double error = 0;
            double norm = 0;
            for (int row = 0; row < feature.rows(); row++, next++) {
                double mean = 0;
                double size = 0;
                for (int frame = 0; frame < FRAMES; frame++) {
                    mean += expected[row * FRAMES + frame] / FRAMES;
                    size += Math.abs(expected[row * FRAMES + frame]) / FRAMES;
                }
                error += Math.pow(averaged[next] - mean, 2);
                norm += size * size;
            }
            assertThat(Math.sqrt(error / norm)).as(feature.label()).isLessThan(1e-6);
        }
    }

    private static Pcm sound(Path folder, String excerpt) {
        return AudioFile.decode(folder.resolve(excerpt + "_22k_10s.wav"), LibrosaFeatures.SAMPLE_RATE_HZ);
    }

    /** float[rows][216], as librosa has it. */
    private static float[] expected(Path folder, String excerpt, String name) throws IOException {
        return SharedData.npy(folder.resolve("%s_22k_10s.%s.npy".formatted(excerpt, name)));
    }

    private static double relativeError(Spectrogram ours, float[] expected) {
        double error = 0;
        double norm = 0;
        for (int row = 0; row < ours.bands(); row++) {
            for (int frame = 0; frame < FRAMES; frame++) {
                double theirs = expected[row * FRAMES + frame];
                error += Math.pow(ours.values()[frame * ours.bands() + row] - theirs, 2);
                norm += theirs * theirs;
            }
        }
        return Math.sqrt(error / norm);
    }
}
