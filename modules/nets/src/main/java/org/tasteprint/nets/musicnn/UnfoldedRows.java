package org.tasteprint.nets.musicnn;

import java.util.List;
import org.tasteprint.nets.Patches;

/**
 * Which frames a timbral filter bank looks at, each with the frames around it.
 *
 * <p>Patches that overlap share the work: what the kernels find around a frame is the same in every patch that it lies in, except in
 * the first and last frames of a patch, where zeros stand for what lies outside. So the rows are all frames from the first patch to the last
 * (half a kernel at either end of them is of no use), and after them, patch by patch, those of its edges. At a hop of 61 frames
 * that makes less than half as many rows; of patches that do not overlap, each has its own.
 *
 * @param patches   the batch
 * @param areShared whether patches have rows in common
 */
record UnfoldedRows(Patches patches, boolean areShared) {
    private static final int TAPS = FrontEndBlock.TIMBRAL_FRAMES;
    private static final int EDGE = TAPS / 2;

    /** Rows {@code from} (inclusive) to {@code to} (exclusive). */
    record Piece(int from, int to) {}

    static UnfoldedRows of(Patches patches) {
        UnfoldedRows shared = new UnfoldedRows(patches, true);
        UnfoldedRows own = new UnfoldedRows(patches, false);
        return shared.count() < own.count() ? shared : own;
    }

    int count() {
        return areShared ? frames() + 2 * EDGE * patches.count() : Patches.FRAMES * patches.count();
    }

    private int frames() {
        return (patches.count() - 1) * patches.hop() + Patches.FRAMES;
    }

    /** Where the rows of a patch are, in the order of its frames. */
    List<Piece> piecesOf(int patch) {
        int start = patch * patches.hop();
        int edges = frames() + 2 * EDGE * patch;
        return List.of(
                new Piece(edges, edges + EDGE),
                new Piece(start + EDGE, start + Patches.FRAMES - EDGE),
                new Piece(edges + EDGE, edges + 2 * EDGE));
    }

    /**
     * The frames around each row's frame.
     *
     * @param values float[frames][width] of the patches
     * @return float[rows][width][7]
     */
    float[] unfold(float[] values, int width) {
        float[] rows = new float[count() * width * TAPS];
        if (!areShared) {
            for (int patch = 0; patch < patches.count(); patch++) {
                int first = patch * patches.hop();
                for (int frame = 0; frame < Patches.FRAMES; frame++) {
                    unfold(values, width, first + frame, first, first + Patches.FRAMES, rows, patch * Patches.FRAMES + frame);
                }
            }
            return rows;
        }
        for (int frame = 0; frame < frames(); frame++) {
            unfold(values, width, frame, 0, frames(), rows, frame);
        }
        for (int patch = 0; patch < patches.count(); patch++) {
            int first = patch * patches.hop();
            int row = frames() + 2 * EDGE * patch;
            for (int edge = 0; edge < EDGE; edge++) {
                unfold(values, width, first + edge, first, first + Patches.FRAMES, rows, row + edge);
                int last = first + Patches.FRAMES - EDGE + edge;
                unfold(values, width, last, first, first + Patches.FRAMES, rows, row + EDGE + edge);
            }
        }
        return rows;
    }

    /** Fills one row; frames before {@code first} and from {@code end} on count as zeros. */
    private static void unfold(float[] values, int width, int frame, int first, int end, float[] rows, int row) {
        for (int tap = 0; tap < TAPS; tap++) {
            int source = frame + tap - EDGE;
            if (source >= first && source < end) {
                for (int i = 0; i < width; i++) {
                    rows[(row * width + i) * TAPS + tap] = values[source * width + i];
                }
            }
        }
    }
}
