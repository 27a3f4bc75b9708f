package org.tasteprint.nets;

import java.nio.file.Path;
import java.util.List;

/** musicnn (Pons and Serra 2019): a tagger of 3-second log-mel patches whose inner activations describe music well. */
public final class Musicnn implements AutoCloseable {
    /** Frames of a patch: 3 seconds at 16 kHz and a hop of 256 samples. */
    public static final int PATCH_FRAMES = 187;

    /** Mel bands of a frame. */
    public static final int BANDS = 96;

    /**
     * What the network makes of patches.
     *
     * @param patches     how many
     * @param maxPool     float[patches][753]: maximum over time of the front end's and the middle's channels
     * @param meanPool    float[patches][753]: mean over time of the same
     * @param penultimate float[patches][200]: the dense layer after ReLU and batch normalisation
     * @param taggram     float[patches][50]: probability of each tag
     */
    public record Activations(int patches, float[] maxPool, float[] meanPool, float[] penultimate, float[] taggram) {}

    private Musicnn() {}

    public static Musicnn load(Path kerasHdf5) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The 50 tags of a taggram, in its order. */
    public static List<String> tags(String modelName) {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * @param patches float[n][187][96] log-mel
     * @param n       how many
     */
    public Activations analyse(float[] patches, int n) {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public void close() {}
}
