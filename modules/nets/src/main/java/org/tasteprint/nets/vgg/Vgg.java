package org.tasteprint.nets.vgg;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.nets.Affine;
import org.tasteprint.nets.CoreWorkers;
import org.tasteprint.nets.LayerParameters;
import org.tasteprint.nets.PatchNetwork;
import org.tasteprint.nets.Patches;
import org.tasteprint.nets.PyTorch;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.format.SafeTensors;

/**
 * The VGG taggers that Pons and Serra published with musicnn (2019), for inference: the baseline without musical knowledge in its
 * filters. To train one there is {@link VggBlock}.
 */
public final class Vgg implements PatchNetwork {
    /** The last pooling: 2 moments of 1.5 seconds with 128 channels each, 256 dimensions. */
    public static final String POOL5 = "pool5";

    /** The probability of each tag. */
    public static final String TAGGRAM = "taggram";

    /** Patches that a core computes at once, at most: what lies between two layers is to stay in its cache. */
    private static final int BATCH = 4;

    private final CoreWorkers workers = new CoreWorkers();
    private final NDManager manager;
    private final List<VggLayer> layers = new ArrayList<>();
    private final NDArray scale;
    private final NDArray shift;
    private final NDArray outputKernel;
    private final NDArray outputBias;
    private final int tags;

    private Vgg(NDManager manager, LayerParameters parameters) {
        this.manager = manager;
        tags = parameters.outputs(VggBlock.OUTPUT);
        Affine input = parameters.normalisation(VggBlock.INPUT_NORMALISATION, 1, VggBlock.EPSILON);
        FoldedChannels channels = FoldedChannels.all(input.scale(), input.shift());
        int frames = Patches.FRAMES;
        int bands = Patches.BANDS;
        for (int number = 0; number < VggBlock.LAYERS; number++) {
            VggLayer layer = new VggLayer(manager, parameters, number, channels, frames, bands);
            layers.add(layer);
            channels = layer.output();
            frames = layer.frames();
            bands = layer.bands();
        }
        Shape perChannel = new Shape(VggBlock.FILTERS, 1, 1);
        scale = manager.create(channels.scale(), perChannel);
        shift = manager.create(channels.constant(), perChannel);
        outputKernel = manager.create(
                parameters.of(VggBlock.OUTPUT, "weight", tags, VggBlock.POOLED).permuted(1, 0).values(),
                new Shape(VggBlock.POOLED, tags));
        outputBias = manager.create(parameters.of(VggBlock.OUTPUT, "bias", tags).values());
    }

    /**
     * Reads the weights.
     *
     * @param file as {@link #parameters(Path)} takes it
     * @throws TasteprintException {@code NOT_FOUND} when there is no such file, {@code INVALID_INPUT} when it holds
     *     something else, {@code UNAVAILABLE} when the engine does not start
     */
    public static Vgg load(Path file) {
        return of(parameters(file));
    }

    /**
     * A network with these parameters.
     *
     * @param parameters by the names of {@link VggBlock}
     * @throws TasteprintException {@code INVALID_INPUT} when they are another network's, {@code UNAVAILABLE} when the engine
     *     does not start
     */
    public static Vgg of(Map<String, Tensor> parameters) {
        NDManager manager = PyTorch.newManager();
        try {
            return new Vgg(manager, new LayerParameters("VGG", parameters));
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
    }

    /**
     * Reads the parameters of a network, for {@link #of} or for {@link org.tasteprint.nets.Towers#load} into a {@link VggBlock}.
     *
     * @param file published weights, of Keras ({@code .h5}) or a TensorFlow checkpoint ({@code .index}, its data beside it), or
     *     {@code .safetensors} written here
     * @throws TasteprintException {@code NOT_FOUND} when there is no such file, {@code INVALID_INPUT} when it holds something else
     */
    public static Map<String, Tensor> parameters(Path file) {
        return file.toString().endsWith(".safetensors") ? SafeTensors.read(file).tensors() : PublishedVgg.read(file);
    }

    /** {@inheritDoc} They are {@link #POOL5} and {@link #TAGGRAM}. */
    @Override
    public Map<String, float[]> activations(Patches patches) {
        int n = patches.count();
        float[] pool5 = new float[n * VggBlock.POOLED];
        float[] taggram = new float[n * tags];
        workers.inBatches(n, BATCH, (first, count) -> {
            try (NDManager scope = manager.newSubManager()) {
                Shape shape = new Shape(count, 1, Patches.FRAMES, Patches.BANDS);
                NDArray pooled = pooled(scope.create(patches.part(first, count).separate(), shape));
                NDArray probabilities =
                        pooled.matMul(outputKernel).addi(outputBias).getNDArrayInternal().sigmoid();
                System.arraycopy(pooled.toFloatArray(), 0, pool5, first * VggBlock.POOLED, count * VggBlock.POOLED);
                System.arraycopy(probabilities.toFloatArray(), 0, taggram, first * tags, count * tags);
            }
        });
        return Map.of(POOL5, pool5, TAGGRAM, taggram);
    }

    /** @return patches×256 */
    private NDArray pooled(NDArray patches) {
        NDArray current = patches;
        for (VggLayer layer : layers) {
            current = layer.forward(current);
        }
        return current.muli(scale).addi(shift).transpose(0, 2, 3, 1).reshape(-1, VggBlock.POOLED);
    }

    @Override
    public void close() {
        workers.close();
        manager.close();
    }
}
