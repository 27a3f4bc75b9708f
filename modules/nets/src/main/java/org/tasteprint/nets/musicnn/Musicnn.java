package org.tasteprint.nets.musicnn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.Map;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.nets.CoreWorkers;
import org.tasteprint.nets.PatchNetwork;
import org.tasteprint.nets.Patches;
import org.tasteprint.nets.PyTorch;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.format.SafeTensors;

/**
 * musicnn (Pons and Serra 2019, "musicnn: pre-trained convolutional neural networks for music audio tagging"): a tagger of
 * 3-second log-mel patches whose inner activations describe music well. The published sets of weights, those trained here and
 * those fine-tuned are of this one network, in several {@link MusicnnWidths widths}. To train one there is {@link MusicnnBlock}.
 */
public final class Musicnn implements PatchNetwork {
    /** Maximum over time of the front end's and the middle's channels. */
    public static final String MAX_POOL = "max_pool";

    /** Mean over time of the same channels. */
    public static final String MEAN_POOL = "mean_pool";

    /** The dense layer after ReLU and batch normalisation. */
    public static final String PENULTIMATE = "penultimate";

    /** The probability of each tag. */
    public static final String TAGGRAM = "taggram";

    /** Patches that a core computes at once, at most: what lies between two layers is to stay in its cache. */
    private static final int BATCH = 8;

    private final CoreWorkers workers = new CoreWorkers();
    private final NDManager manager;
    private final MusicnnNetwork network;

    /**
     * What the network makes of patches.
     *
     * @param patches     how many
     * @param maxPool     float[patches][pooled]: maximum over time of the front end's and the middle's channels
     * @param meanPool    float[patches][pooled]: mean over time of the same
     * @param penultimate float[patches][dense]: the dense layer after ReLU and batch normalisation
     * @param taggram     float[patches][tags]: probability of each tag
     */
    public record Activations(int patches, float[] maxPool, float[] meanPool, float[] penultimate, float[] taggram) {}

    private Musicnn(NDManager manager, MusicnnNetwork network) {
        this.manager = manager;
        this.network = network;
    }

    /**
     * Reads the weights.
     *
     * @param file as {@link #parameters(Path)} takes it
     * @throws TasteprintException {@code NOT_FOUND} when there is no such file, {@code INVALID_INPUT} when it holds
     *     something else, {@code UNAVAILABLE} when the engine does not start
     */
    public static Musicnn load(Path file) {
        try {
            return of(parameters(file));
        } catch (TasteprintException e) {
            throw e.kind() == Kind.INVALID_INPUT && !e.getMessage().contains(file.toString())
                    ? new TasteprintException(Kind.INVALID_INPUT, "%s: %s".formatted(file, e.getMessage()), e)
                    : e;
        }
    }

    /**
     * A network with these parameters.
     *
     * @param parameters by the names of {@link MusicnnBlock}
     * @throws TasteprintException {@code INVALID_INPUT} when they are another network's, {@code UNAVAILABLE} when the engine
     *     does not start
     */
    public static Musicnn of(Map<String, Tensor> parameters) {
        NDManager manager = PyTorch.newManager();
        try {
            return new Musicnn(manager, new MusicnnNetwork(manager, new MusicnnParameters(parameters)));
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
    }

    /**
     * Reads the parameters of a network, for {@link #of} or for {@link org.tasteprint.nets.Towers#load} into a {@link MusicnnBlock}.
     *
     * @param file published weights, of Keras ({@code .h5}) or a TensorFlow checkpoint ({@code .index}, its data beside it), or
     *     {@code .safetensors} written here
     * @throws TasteprintException {@code NOT_FOUND} when there is no such file, {@code INVALID_INPUT} when it holds something else
     */
    public static Map<String, Tensor> parameters(Path file) {
        return file.toString().endsWith(".safetensors") ? SafeTensors.read(file).tensors() : PublishedMusicnn.read(file);
    }

    /** How wide the network is. */
    public MusicnnWidths widths() {
        return network.widths();
    }

    /** Runs the network. Patches that overlap share the work of the timbral filter banks. */
    public Activations analyse(Patches patches) {
        int n = patches.count();
        Activations all = new Activations(
                n,
                new float[n * widths().pooled()],
                new float[n * widths().pooled()],
                new float[n * widths().dense()],
                new float[n * widths().tags()]);
        workers.inBatches(n, BATCH, (first, count) -> analyse(patches, first, count, all));
        return all;
    }

    /** {@inheritDoc} They are {@link #MAX_POOL}, {@link #MEAN_POOL}, {@link #PENULTIMATE} and {@link #TAGGRAM}. */
    @Override
    public Map<String, float[]> activations(Patches patches) {
        Activations all = analyse(patches);
        return Map.of(
                MAX_POOL, all.maxPool(), MEAN_POOL, all.meanPool(), PENULTIMATE, all.penultimate(), TAGGRAM, all.taggram());
    }

    /**
     * Runs the front end alone: what the stages of a {@link MusicnnBlock} above it are trained on when it is frozen.
     *
     * @return float[count][frontEnd][187]
     */
    public float[] frontEnd(Patches patches) {
        int length = widths().frontEnd() * Patches.FRAMES;
        float[] all = new float[Math.multiplyExact(patches.count(), length)];
        workers.inBatches(patches.count(), BATCH, (first, count) -> {
            try (NDManager scope = manager.newSubManager()) {
                float[] channels = network.frontEnd(scope, patches.part(first, count)).toFloatArray();
                System.arraycopy(channels, 0, all, first * length, channels.length);
            }
        });
        return all;
    }

    private void analyse(Patches patches, int first, int count, Activations all) {
        try (NDManager scope = manager.newSubManager()) {
            var batch = network.forward(scope, patches.part(first, count));
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

    @Override
    public void close() {
        workers.close();
        manager.close();
    }
}
