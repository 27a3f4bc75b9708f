package org.tasteprint.nets.choi;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.nets.CoreWorkers;
import org.tasteprint.nets.PyTorch;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.Towers;
import org.tasteprint.nets.format.SafeTensors;

/**
 * One of Choi's networks, for inference. The taggers run in the way that agrees with the statistics in their files, not as the published
 * examples do: inputs are standardised excerpt by excerpt, and {@link TaggerNormalisation deviations are no variances}.
 *
 * <p>Safe for use by several threads, though one at a time is as fast: the excerpts of a call are shared out among all cores.
 */
public final class ChoiNetwork implements AutoCloseable {
    /** Mel bands of a frame. */
    public static final int BANDS = 96;

    /** What describes music well: 160 numbers of the transfer-learning network, 256 and 32 of the taggers. */
    public static final String FEATURES = "features";

    /** The probability of each tag. */
    public static final String TAGGRAM = "taggram";

    /** What the last layer of filters of the convolutional tagger is given: 192 channels of 4 bands and 4 frames, row after row. */
    public static final String LAYER_4 = "layer4";

    private static final double LEAST_DEVIATION = 1e-10;

    private final CoreWorkers workers = new CoreWorkers();
    private final NDManager manager = PyTorch.newManager();
    private final ChoiBlock block;
    private final String name;
    private final int leastFrames;
    private final int mostFrames;

    private ChoiNetwork(String name, ChoiBlock block, Map<String, Tensor> parameters, int leastFrames, int mostFrames) {
        this.name = name;
        this.block = block;
        this.leastFrames = leastFrames;
        this.mostFrames = mostFrames;
        try {
            Towers.load(block, manager, parameters);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * The transfer-learning network of 2017; takes excerpts of 320 frames or more.
     *
     * @param file published Keras weights ({@code .hdf5}) or {@code .safetensors} written here
     * @throws TasteprintException {@code NOT_FOUND} when there is no such file, {@code INVALID_INPUT} when it holds something
     *     else, {@code UNAVAILABLE} when the engine does not start
     */
    public static ChoiNetwork convNet(Path file) {
        Map<String, Tensor> parameters = parameters(file, KerasChoi::convNet);
        int tags = tags(file, parameters, ConvNetBlock.OUTPUT);
        return new ChoiNetwork(
                "choi160", new ConvNetBlock(tags), parameters, ConvNetBlock.LEAST_FRAMES, Integer.MAX_VALUE);
    }

    /**
     * The convolutional tagger of 2016; takes excerpts of 1366 frames.
     *
     * @param file as {@link #convNet} takes it
     * @throws TasteprintException as {@link #convNet} does
     */
    public static ChoiNetwork cnn(Path file) {
        Map<String, Tensor> parameters = cnnParameters(file);
        int tags = tags(file, parameters, CnnBlock.OUTPUT);
        return new ChoiNetwork("choi-cnn", new CnnBlock(tags), parameters, CnnBlock.FRAMES, CnnBlock.FRAMES);
    }

    /**
     * The convolutional recurrent tagger of 2017; takes excerpts of 1366 frames.
     *
     * @param file as {@link #convNet} takes it
     * @throws TasteprintException as {@link #convNet} does
     */
    public static ChoiNetwork crnn(Path file) {
        Map<String, Tensor> parameters = parameters(file, KerasChoi::crnn);
        int tags = tags(file, parameters, CrnnBlock.OUTPUT);
        return new ChoiNetwork("choi-crnn", new CrnnBlock(tags), parameters, CnnBlock.FRAMES, CnnBlock.FRAMES);
    }

    static Map<String, Tensor> cnnParameters(Path file) {
        return parameters(file, KerasChoi::cnn);
    }

    private static Map<String, Tensor> parameters(Path file, Function<Path, Map<String, Tensor>> keras) {
        return file.toString().endsWith(".safetensors") ? SafeTensors.read(file).tensors() : keras.apply(file);
    }

    private static int tags(Path file, Map<String, Tensor> parameters, String output) {
        Tensor bias = parameters.get(output + "_bias");
        if (bias == null || bias.rank() != 1) {
            throw new TasteprintException(
                    TasteprintException.Kind.INVALID_INPUT, "%s holds another network's weights: no %s".formatted(file, output));
        }
        return Math.toIntExact(bias.shape()[0]);
    }

    /**
     * Runs the network.
     *
     * @param excerpts float[frames][96] decibels each, as the audio front end gives them for this network
     * @return float[excerpts][dimensions] by the output's name: {@link #FEATURES}, {@link #TAGGRAM} and, of the
     *     convolutional tagger, {@link #LAYER_4}
     */
    public Map<String, float[]> activations(List<float[]> excerpts) {
        excerpts.forEach(this::requireFrames);
        float[][] features = new float[excerpts.size()][];
        float[][] taggrams = new float[excerpts.size()][];
        float[][] below = new float[excerpts.size()][0];
        List<Runnable> tasks = IntStream.range(0, excerpts.size())
                .<Runnable>mapToObj(i -> () -> analyse(excerpts.get(i), features, taggrams, below, i))
                .toList();
        workers.run(tasks);
        return Map.of(FEATURES, joined(features), TAGGRAM, joined(taggrams), LAYER_4, joined(below));
    }

    private void requireFrames(float[] excerpt) {
        int frames = excerpt.length / BANDS;
        if (frames * BANDS != excerpt.length || frames < leastFrames || frames > mostFrames) {
            throw new IllegalArgumentException("an excerpt of %d values is no input of %s".formatted(excerpt.length, name));
        }
    }

    private void analyse(float[] decibels, float[][] features, float[][] taggrams, float[][] below, int index) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray frames = scope.create(standardised(decibels), new Shape(decibels.length / BANDS, BANDS));
            NDArray excerpt = frames.transpose().reshape(1, 1, BANDS, decibels.length / BANDS);
            ChoiBlock.Outputs outputs = block.outputs(new ParameterStore(scope, false), excerpt, false);
            features[index] = outputs.features().toFloatArray();
            outputs.below().ifPresent(layer -> below[index] = layer.toFloatArray());
            taggrams[index] = outputs.logits().getNDArrayInternal().sigmoid().toFloatArray();
        }
    }

    /** Mean 0 and deviation 1 (of the population) over all cells. */
    static float[] standardised(float[] decibels) {
        double mean = 0;
        for (float cell : decibels) {
            mean += cell;
        }
        mean /= decibels.length;
        double squares = 0;
        for (float cell : decibels) {
            squares += (cell - mean) * (cell - mean);
        }
        double deviation = Math.sqrt(squares / decibels.length) + LEAST_DEVIATION;
        float[] standardised = new float[decibels.length];
        for (int i = 0; i < decibels.length; i++) {
            standardised[i] = (float) ((decibels[i] - mean) / deviation);
        }
        return standardised;
    }

    private static float[] joined(float[][] rows) {
        int length = Arrays.stream(rows).mapToInt(row -> row.length).sum();
        float[] all = new float[length];
        int filled = 0;
        for (float[] row : rows) {
            System.arraycopy(row, 0, all, filled, row.length);
            filled += row.length;
        }
        return all;
    }

    /** Waits for what is under way, then frees the weights. */
    @Override
    public void close() {
        workers.close();
        manager.close();
    }
}
