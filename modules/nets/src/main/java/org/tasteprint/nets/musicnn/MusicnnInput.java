package org.tasteprint.nets.musicnn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import org.tasteprint.nets.Patches;

/**
 * A batch of patches, normalised and laid out as musicnn's first layers multiply them. Zeros pad the normalised patches, not
 * the log-mel values.
 *
 * @param patches          the batch
 * @param odd              the odd bands: a row is one of the {@link UnfoldedRows}, and holds for every second band the 7 frames around
 *     it
 * @param evenMinusOdd     the same of the differences of band 2g and 2g + 1
 * @param nextEvenMinusOdd the same of the differences of band 2g + 2 and 2g + 1
 * @param bands            a row is a band of a patch (all patches of a band follow one another), and holds its frames with
 *     zeros before and after
 */
record MusicnnInput(
        Patches patches, UnfoldedRows rows, NDArray odd, NDArray evenMinusOdd, NDArray nextEvenMinusOdd, NDArray bands) {
    /** Zeros before the first frame in {@link #bands}: half of the longest temporal kernel. */
    static final int FRAMES_BEFORE = 63;

    private static final int PADDED_FRAMES = FRAMES_BEFORE + TemporalLayer.FRAMES + FRAMES_BEFORE + 1;

    /**
     * @param manager owns the arrays
     * @param scale   of the input's normalisation
     * @param shift   of the input's normalisation
     */
    static MusicnnInput of(NDManager manager, Patches patches, float scale, float shift) {
        float[] normalised = new float[patches.frames().length];
        for (int i = 0; i < normalised.length; i++) {
            normalised[i] = patches.frames()[i] * scale + shift;
        }
        float[] odd = new float[normalised.length / 2];
        float[] evenMinusOdd = new float[odd.length];
        float[] nextEvenMinusOdd = new float[odd.length];
        int width = Patches.BANDS / 2;
        for (int i = 0; i < odd.length; i++) {
            odd[i] = normalised[2 * i + 1];
            evenMinusOdd[i] = normalised[2 * i] - odd[i];
            boolean highest = i % width == width - 1;
            nextEvenMinusOdd[i] = (highest ? 0 : normalised[2 * i + 2]) - odd[i];
        }
        UnfoldedRows rows = UnfoldedRows.of(patches);
        Shape unfolded = new Shape(rows.count(), (long) width * FrontEndBlock.TIMBRAL_FRAMES);
        return new MusicnnInput(
                patches,
                rows,
                manager.create(rows.unfold(odd, width), unfolded),
                manager.create(rows.unfold(evenMinusOdd, width), unfolded),
                manager.create(rows.unfold(nextEvenMinusOdd, width), unfolded),
                bandwise(manager, normalised, patches));
    }

    private static NDArray bandwise(NDManager manager, float[] normalised, Patches patches) {
        int count = patches.count();
        float[] rows = new float[Patches.BANDS * count * PADDED_FRAMES];
        for (int patch = 0; patch < count; patch++) {
            for (int frame = 0; frame < Patches.FRAMES; frame++) {
                int from = (patch * patches.hop() + frame) * Patches.BANDS;
                for (int band = 0; band < Patches.BANDS; band++) {
                    rows[(band * count + patch) * PADDED_FRAMES + FRAMES_BEFORE + frame] = normalised[from + band];
                }
            }
        }
        return manager.create(rows, new Shape((long) Patches.BANDS * count, PADDED_FRAMES));
    }

    /**
     * What was computed of the unfolded rows, put together for every patch.
     *
     * @param computed rows×channels; is closed
     * @return (patches·frames)×channels
     */
    NDArray ofPatches(NDArray computed) {
        if (!rows.areShared()) {
            return computed;
        }
        NDList pieces = new NDList();
        for (int patch = 0; patch < patches.count(); patch++) {
            rows.piecesOf(patch).forEach(
                    piece -> pieces.add(computed.get(new NDIndex().addSliceDim(piece.from(), piece.to()))));
        }
        try (computed;
                pieces) {
            return NDArrays.concat(pieces, 0);
        }
    }
}
