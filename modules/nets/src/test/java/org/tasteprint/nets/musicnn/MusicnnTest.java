package org.tasteprint.nets.musicnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.nets.SharedData;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.format.Npy;

class MusicnnTest {
    private static final int PATCH = Musicnn.PATCH_FRAMES * Musicnn.BANDS;

    @ParameterizedTest
    @CsvSource({"MSD,187,4", "MSD,61,10", "MTT,187,4", "MTT,61,10"})
    void agreesWithTheReferenceOnRealMusic(String weights, int hop, int patches) {
        try (Musicnn musicnn = Musicnn.load(SharedData.path("weights/%s_musicnn.h5".formatted(weights)))) {
            for (String excerpt : new String[] {"brahms", "vibeace", "fishin"}) {
                Tensor logMel = Npy.read(SharedData.path("golden/networks/%s_16k_12s.musicnn_logmel.npy".formatted(excerpt)));
                String golden = "golden/networks/%s_16k_12s.%s_musicnn.hop%d.".formatted(excerpt, weights, hop);

                var activations = musicnn.analyse(cut(logMel.values(), hop, patches), patches);

                assertNear(activations.taggram(), golden + "taggram.npy", 1e-5f);
                assertNear(activations.maxPool(), golden + "max_pool.npy", 1e-4f);
                assertNear(activations.meanPool(), golden + "mean_pool.npy", 1e-4f);
                assertNear(activations.penultimate(), golden + "penultimate.npy", 1e-4f);
            }
        }
    }

    @Test
    void aPatchComesOutTheSameWhateverItIsBatchedWith() {
        try (Musicnn musicnn = Musicnn.load(SharedData.path("weights/MSD_musicnn.h5"))) {
            Tensor logMel = Npy.read(SharedData.path("golden/networks/brahms_16k_12s.musicnn_logmel.npy"));
            float[] patches = cut(logMel.values(), 47, 12);

            float[] together = musicnn.analyse(patches, 12).taggram();
            float[] alone = musicnn.analyse(Arrays.copyOfRange(patches, 11 * PATCH, 12 * PATCH), 1).taggram();

            assertThat(alone).containsExactly(Arrays.copyOfRange(together, 11 * 50, 12 * 50), within(1e-6f));
        }
    }

    @Test
    void noPatchesGiveNoActivations() {
        try (Musicnn musicnn = Musicnn.load(SharedData.path("weights/MSD_musicnn.h5"))) {
            assertThat(musicnn.analyse(new float[0], 0).taggram()).isEmpty();
            assertThatIllegalArgumentException().isThrownBy(() -> musicnn.analyse(new float[PATCH], 2));
        }
    }

    @Test
    void frontEndGivesTheFirstChannelsThatArePooled() {
        try (Musicnn musicnn = Musicnn.load(SharedData.path("weights/MTT_musicnn.h5"))) {
            Tensor logMel = Npy.read(SharedData.path("golden/networks/brahms_16k_12s.musicnn_logmel.npy"));
            float[] patches = cut(logMel.values(), 61, 3);

            float[] channels = musicnn.frontEnd(patches, 3);

            float[] pooled = musicnn.analyse(patches, 3).maxPool();
            int front = musicnn.widths().frontEnd();
            for (int channel = 0; channel < 3 * front; channel++) {
                float peak = Float.NEGATIVE_INFINITY;
                for (int frame = 0; frame < Musicnn.PATCH_FRAMES; frame++) {
                    peak = Math.max(peak, channels[channel * Musicnn.PATCH_FRAMES + frame]);
                }
                assertThat(peak).isEqualTo(pooled[channel / front * musicnn.widths().pooled() + channel % front]);
            }
        }
    }

    @Test
    void refusesWeightsOfAnotherNetwork(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> Musicnn.load(SharedData.path("weights/MSD_vgg.h5")))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("MSD_vgg.h5 holds another network's weights");
        Path text = Files.writeString(folder.resolve("text.h5"), "not found");
        assertThatThrownBy(() -> Musicnn.load(text))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("is no HDF5 file");
        assertThatThrownBy(() -> Musicnn.load(folder.resolve("absent.h5")))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("models pull");
    }

    private static float[] cut(float[] logMel, int hop, int patches) {
        float[] cut = new float[patches * PATCH];
        for (int patch = 0; patch < patches; patch++) {
            System.arraycopy(logMel, patch * hop * Musicnn.BANDS, cut, patch * PATCH, PATCH);
        }
        return cut;
    }

    /** The reference is computed in float64: values above 1, of pooled activations, are held to a relative difference. */
    private static void assertNear(float[] computed, String golden, float tolerance) {
        float[] expected = Npy.read(SharedData.path(golden)).values();
        assertThat(computed).as(golden).hasSameSizeAs(expected);
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
            worst = Math.max(worst, Math.abs(computed[i] - expected[i]) / Math.max(1, Math.abs(expected[i])));
        }
        assertThat(worst).as("largest difference from " + golden).isLessThan(tolerance);
    }
}
