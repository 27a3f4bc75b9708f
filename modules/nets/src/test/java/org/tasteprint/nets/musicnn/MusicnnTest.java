package org.tasteprint.nets.musicnn;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.nets.Golden;
import org.tasteprint.nets.Patches;
import org.tasteprint.nets.SharedData;

class MusicnnTest {
    @ParameterizedTest
    @CsvSource({"MSD,187,4", "MSD,61,10", "MTT,187,4", "MTT,61,10"})
    void agreesWithTheReferenceOnRealMusic(String weights, int hop, int patches) {
        try (Musicnn musicnn = Musicnn.load(SharedData.path("weights/%s_musicnn.h5".formatted(weights)))) {
            for (String excerpt : new String[] {"brahms", "vibeace", "fishin"}) {
                String golden = "%s_16k_12s.%s_musicnn.hop%d.".formatted(excerpt, weights, hop);

                var activations = musicnn.analyse(Golden.patches(excerpt, hop, patches));

                Golden.assertNear(activations.taggram(), golden + "taggram", 1e-5);
                Golden.assertNear(activations.maxPool(), golden + "max_pool", 1e-4);
                Golden.assertNear(activations.meanPool(), golden + "mean_pool", 1e-4);
                Golden.assertNear(activations.penultimate(), golden + "penultimate", 1e-4);
            }
        }
    }

    @Test
    void aPatchComesOutTheSameWhateverItIsBatchedWith() {
        try (Musicnn musicnn = Musicnn.load(SharedData.path("weights/MSD_musicnn.h5"))) {
            Patches patches = Golden.patches("brahms", 47, 12);

            float[] together = musicnn.analyse(patches).taggram();
            float[] alone = musicnn.analyse(patches.part(11, 1)).taggram();

            assertThat(alone).containsExactly(Arrays.copyOfRange(together, 11 * 50, 12 * 50), within(1e-6f));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 61, 181, 187, 200})
    void patchesThatShareFramesGiveWhatTheyGiveAlone(int hop) {
        try (Musicnn musicnn = Musicnn.load(SharedData.path("weights/MTT_musicnn.h5"))) {
            Patches patches = Golden.patches("fishin", hop, 3);

            var shared = musicnn.analyse(patches);
            var alone = musicnn.analyse(Patches.separate(patches.separate(), 3));

            assertThat(shared.maxPool()).containsExactly(alone.maxPool(), within(2e-5f));
            assertThat(shared.taggram()).containsExactly(alone.taggram(), within(1e-6f));
        }
    }

    @Test
    void noPatchesGiveNoActivations() {
        try (Musicnn musicnn = Musicnn.load(SharedData.path("weights/MSD_musicnn.h5"))) {
            assertThat(musicnn.analyse(Patches.separate(new float[0], 0)).taggram()).isEmpty();
        }
    }

    @Test
    void frontEndGivesTheFirstChannelsThatArePooled() {
        try (Musicnn musicnn = Musicnn.load(SharedData.path("weights/MTT_musicnn.h5"))) {
            Patches patches = Golden.patches("brahms", 61, 3);

            float[] channels = musicnn.frontEnd(patches);

            float[] pooled = musicnn.analyse(patches).maxPool();
            int front = musicnn.widths().frontEnd();
            for (int channel = 0; channel < 3 * front; channel++) {
                float peak = Float.NEGATIVE_INFINITY;
                for (int frame = 0; frame < Patches.FRAMES; frame++) {
                    peak = Math.max(peak, channels[channel * Patches.FRAMES + frame]);
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
}
