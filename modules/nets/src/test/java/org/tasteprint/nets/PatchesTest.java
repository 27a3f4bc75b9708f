package org.tasteprint.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PatchesTest {
    private static final int HOP = 61;

    @Test
    void aPatchBeginsAHopAfterTheOneBefore() {
        float[] frames = new float[(Patches.FRAMES + 2 * HOP) * Patches.BANDS];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = i / Patches.BANDS;
        }
        Patches patches = new Patches(frames, HOP, 3);

        float[] separate = patches.separate();

        assertThat(separate).hasSize(3 * Patches.SIZE);
        assertThat(separate[Patches.SIZE]).isEqualTo(HOP);
        assertThat(separate[3 * Patches.SIZE - 1]).isEqualTo(2 * HOP + Patches.FRAMES - 1);
        assertThat(patches.part(2, 1).separate()).startsWith(2 * HOP).hasSize(Patches.SIZE);
        assertThat(patches.part(1, 0).frames()).isEmpty();
    }

    @Test
    void refusesFramesThatAreTooFew() {
        assertThat(Patches.separate(new float[0], 0).separate()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Patches.separate(new float[Patches.SIZE], 2))
                .withMessageContaining("do not hold 2 patches of 187×96");
        assertThatIllegalArgumentException().isThrownBy(() -> new Patches(new float[Patches.SIZE], 0, 1));
    }
}
