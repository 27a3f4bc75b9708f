package org.tasteprint.nets.musicnn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.nets.CoreWorkers;
import org.tasteprint.nets.PyTorch;
import org.tasteprint.nets.format.KerasWeights;

/**
 * musicnn (Pons and Serra 2019, "musicnn: pre-trained convolutional neural networks for music audio tagging"): a tagger of
 * 3-second log-mel patches whose inner activations describe music well. Both published sets of weights, MSD and MTT, are
 * of this one network.
 *
 * <p>Safe for use by several threads, though one at a time is as fast: the patches of a call are shared out among all cores.
 */
public final class Musicnn implements AutoCloseable {
    /** Frames of a patch: 3 seconds at 16 kHz and a hop of 256 samples. */
    public static final int PATCH_FRAMES = 187;

    /** Mel bands of a frame. */
    public static final int BANDS = 96;

    /** Patches that a core computes at once, at most: what lies between two layers is to stay in its cache. */
    private static final int BATCH = 8;

    private final CoreWorkers workers = new CoreWorkers();
    private final NDManager manager;
    private final MusicnnNetwork network;

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

    private Musicnn(NDManager manager, MusicnnNetwork network) {
        this.manager = manager;
        this.network = network;
    }

    /**
     * Reads the weights.
     *
     * @param kerasHdf5 {@code MSD_musicnn.h5} or {@code MTT_musicnn.h5}
     * @throws TasteprintException {@code NOT_FOUND} when there is no such file, {@code INVALID_INPUT} when it holds
     *     something else, {@code UNAVAILABLE} when the engine does not start
     */
    public static Musicnn load(Path kerasHdf5) {
        try (KerasWeights weights = KerasWeights.open(kerasHdf5)) {
            NDManager manager = PyTorch.newManager();
            try {
                return new Musicnn(manager, new MusicnnNetwork(manager, weights));
            } catch (RuntimeException e) {
                manager.close();
                throw e;
            }
        }
    }

    /**
     * The 50 tags of a taggram, in its order.
     *
     * @param modelName {@code musicnn-msd} or {@code musicnn-mtt}
     * @throws TasteprintException {@code NOT_FOUND} for any other
     */
    public static List<String> tags(String modelName) {
        return Tags.of(modelName);
    }

    /**
     * Runs the network.
     *
     * @param patches float[n][187][96] log-mel, as the audio front end gives it; longer arrays are allowed
     * @param n       how many, at least 0
     */
    public Activations analyse(float[] patches, int n) {
        if (n < 0 || (long) n * PATCH_FRAMES * BANDS > patches.length) {
            throw new IllegalArgumentException("patches hold %d values, not %d patches of %d×%d"
                    .formatted(patches.length, n, PATCH_FRAMES, BANDS));
        }
        Activations all = new Activations(
                n,
                new float[n * MusicnnNetwork.POOLED],
                new float[n * MusicnnNetwork.POOLED],
                new float[n * MusicnnNetwork.PENULTIMATE],
                new float[n * MusicnnNetwork.TAGS]);
        int batches = Math.ceilDiv(n, BATCH * workers.threads()) * workers.threads();
        List<Runnable> tasks = new ArrayList<>();
        for (int batch = 0; batch < batches; batch++) {
            int first = Math.toIntExact((long) n * batch / batches);
            int end = Math.toIntExact((long) n * (batch + 1) / batches);
            if (first < end) {
                tasks.add(() -> analyse(patches, first, end - first, all));
            }
        }
        workers.run(tasks);
        return all;
    }

    private void analyse(float[] patches, int first, int count, Activations all) {
        try (NDManager scope = manager.newSubManager()) {
            var batch = network.forward(scope, patches, first, count);
            copy(batch.maxPool(), all.maxPool(), first);
            copy(batch.meanPool(), all.meanPool(), first);
            copy(batch.penultimate(), all.penultimate(), first);
            copy(batch.taggram(), all.taggram(), first);
        }
    }

    private static void copy(NDArray rows, float[] target, int firstRow) {
        float[] values = rows.toFloatArray();
        System.arraycopy(values, 0, target, firstRow * (int) rows.getShape().get(1), values.length);
    }

    /** Waits for what is under way, then frees the weights. */
    @Override
    public void close() {
        workers.close();
        manager.close();
    }
}
