package org.tasteprint.nets;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * Patches of 187 frames × 96 bands, cut from consecutive frames of a log-mel spectrogram: patch i begins at frame i·hop. Patches that
 * overlap share frames, and a network may share the work on them.
 *
 * @param frames float[][96] as the audio front end gives them, those of the last patch included; not copied
 * @param hop    frames from the beginning of a patch to that of the next, positive
 * @param count  how many patches, at least 0
 */
public record Patches(float[] frames, int hop, int count) {
    /** Frames of a patch: 3 seconds at 16 kHz and a hop of 256 samples. */
    public static final int FRAMES = 187;

    /** Mel bands of a frame. */
    public static final int BANDS = 96;

    /** Numbers of a patch. */
    public static final int SIZE = FRAMES * BANDS;

    public Patches {
        requireNonNull(frames, "frames is null");
        if (hop < 1 || count < 0) {
            throw new IllegalArgumentException("hop must be positive and count not negative; hop=%d, count=%d".formatted(hop, count));
        }
        if (count > 0 && ((count - 1L) * hop + FRAMES) * BANDS > frames.length) {
            throw new IllegalArgumentException("%d values do not hold %d patches of %d×%d, %d frames apart"
                    .formatted(frames.length, count, FRAMES, BANDS, hop));
        }
    }

    /** Patches that follow one another: float[count][187][96]. */
    public static Patches separate(float[] patches, int count) {
        return new Patches(patches, FRAMES, count);
    }

    /** Some of them: {@code some} patches from {@code first} on, with a copy of their frames. */
    public Patches part(int first, int some) {
        int from = first * hop * BANDS;
        int length = some == 0 ? 0 : ((some - 1) * hop + FRAMES) * BANDS;
        return new Patches(Arrays.copyOfRange(frames, from, from + length), hop, some);
    }

    /** Every patch after the one before: float[count][187][96]. */
    public float[] separate() {
        if (hop == FRAMES) {
            return frames;
        }
        float[] separate = new float[count * SIZE];
        for (int patch = 0; patch < count; patch++) {
            System.arraycopy(frames, patch * hop * BANDS, separate, patch * SIZE, SIZE);
        }
        return separate;
    }
}
