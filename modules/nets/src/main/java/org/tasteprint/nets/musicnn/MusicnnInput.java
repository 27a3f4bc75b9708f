package org.tasteprint.nets.musicnn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * A batch of patches, normalised and laid out as musicnn's first layers multiply them. Zeros pad the normalised patches, not
 * the log-mel values.
 *
 * @param patches          how many
 * @param odd              the odd bands: a row is a frame of a patch, and holds for every second band the 7 frames around it
 * @param evenMinusOdd     the same of the differences of band 2g and 2g + 1
 * @param nextEvenMinusOdd the same of the differences of band 2g + 2 and 2g + 1
 * @param bands            a row is a band of a patch (all patches of a band follow one another), and holds its frames with
 *     zeros before and after
 */
record MusicnnInput(int patches, NDArray odd, NDArray evenMinusOdd, NDArray nextEvenMinusOdd, NDArray bands) {
    /** Zeros before the first frame in {@link #bands}: half of the longest temporal kernel. */
    static final int FRAMES_BEFORE = 63;

    private static final int FRAMES = Musicnn.PATCH_FRAMES;
    private static final int BANDS = Musicnn.BANDS;
    private static final int PADDED_FRAMES = FRAMES_BEFORE + TemporalLayer.FRAMES + FRAMES_BEFORE + 1;

    /**
     * @param manager   owns the arrays
     * @param logMel    float[][187][96]
     * @param first     the first patch of the batch
     * @param patches   how many
     * @param scale     of the input's normalisation
     * @param shift     of the input's normalisation
     */
    static MusicnnInput of(NDManager manager, float[] logMel, int first, int patches, float scale, float shift) {
        int patchSize = FRAMES * BANDS;
        float[] normalised = new float[patches * patchSize];
        for (int i = 0; i < normalised.length; i++) {
            normalised[i] = logMel[first * patchSize + i] * scale + shift;
        }
        float[] odd = new float[normalised.length / 2];
        float[] evenMinusOdd = new float[odd.length];
        float[] nextEvenMinusOdd = new float[odd.length];
        for (int i = 0; i < odd.length; i++) {
            odd[i] = normalised[2 * i + 1];
            evenMinusOdd[i] = normalised[2 * i] - odd[i];
            boolean highest = i % (BANDS / 2) == BANDS / 2 - 1;
            nextEvenMinusOdd[i] = (highest ? 0 : normalised[2 * i + 2]) - odd[i];
        }
        return new MusicnnInput(
                patches,
                unfolded(manager, odd, patches),
                unfolded(manager, evenMinusOdd, patches),
                unfolded(manager, nextEvenMinusOdd, patches),
                bandwise(manager, normalised, patches));
    }

    /** @param half float[patches][frames][48] */
    private static NDArray unfolded(NDManager manager, float[] half, int patches) {
        int width = BANDS / 2;
        int taps = FrontEndBlock.TIMBRAL_FRAMES;
        float[] rows = new float[half.length * taps];
        for (int patch = 0; patch < patches; patch++) {
            for (int frame = 0; frame < FRAMES; frame++) {
                int row = (patch * FRAMES + frame) * width;
                for (int tap = 0; tap < taps; tap++) {
                    int source = frame + tap - taps / 2;
                    if (source >= 0 && source < FRAMES) {
                        int from = (patch * FRAMES + source) * width;
                        for (int band = 0; band < width; band++) {
                            rows[(row + band) * taps + tap] = half[from + band];
                        }
                    }
                }
            }
        }
        return manager.create(rows, new Shape((long) patches * FRAMES, (long) width * taps));
    }

    private static NDArray bandwise(NDManager manager, float[] normalised, int patches) {
        float[] rows = new float[BANDS * patches * PADDED_FRAMES];
        for (int patch = 0; patch < patches; patch++) {
            for (int frame = 0; frame < FRAMES; frame++) {
                int from = (patch * FRAMES + frame) * BANDS;
                for (int band = 0; band < BANDS; band++) {
                    rows[(band * patches + patch) * PADDED_FRAMES + FRAMES_BEFORE + frame] = normalised[from + band];
                }
            }
        }
        return manager.create(rows, new Shape((long) BANDS * patches, PADDED_FRAMES));
    }
}
