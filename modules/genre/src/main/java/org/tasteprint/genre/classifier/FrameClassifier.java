package org.tasteprint.genre.classifier;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import java.util.Map;
import org.tasteprint.nets.PyTorch;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.Towers;
import org.tasteprint.nets.Training;
import org.tasteprint.nets.sequence.FrameNetwork;

/** A network over the frames of half a minute; a row is {@link FrameNetwork#FRAMES} frames, one after the other. */
final class FrameClassifier implements SegmentClassifier {
    /** Rows decided at a time. */
    private static final int BATCH_ROWS = 16;

    private final Cnn settings;
    private final Map<String, Tensor> parameters;
    private final SharedNetwork<Built> network;

    /**
     * @param settings   which network
     * @param parameters by the names of its block
     */
    FrameClassifier(Cnn settings, Map<String, Tensor> parameters) {
        this.settings = settings;
        this.parameters = Map.copyOf(parameters);
        this.network = new SharedNetwork<>(this::build);
    }

    /** The network in native memory. */
    private record Built(NDManager manager, Block block) implements SharedNetwork.Network {
        double[][] probabilities(float[] rows, int count, int bands) {
            try (NDManager scope = manager.newSubManager()) {
                NDArray batch = scope.create(rows, new Shape(count, FrameNetwork.FRAMES, bands));
                return NetworkLearning.probabilities(
                        block.forward(new ParameterStore(scope, false), new NDList(batch), false).singletonOrThrow());
            }
        }

        @Override
        public void close() {
            manager.close();
        }
    }

    /** A fresh network in training, for rows of {@code width} values. */
    static NetworkLearning learning(Cnn settings, int width, double[] weights, long seed) {
        int bands = width / FrameNetwork.FRAMES;
        Training training = new Training(
                settings.network().block(weights.length), new Shape(1, FrameNetwork.FRAMES, bands), seed, 0);
        return new NetworkLearning(
                training,
                (scope, rows, count) -> scope.create(rows, new Shape(count, FrameNetwork.FRAMES, bands)),
                settings.learningRate(),
                weights);
    }

    private Built build() {
        int labels = Tensors.lengthOf(parameters, "Linear_bias");
        Block block = settings.network().block(labels);
        NDManager manager = PyTorch.newManager();
        Towers.load(block, manager, parameters);
        return new Built(manager, block);
    }

    @Override
    public Decisions decide(double[][] rows) {
        double[][] probability = new double[rows.length][];
        for (int from = 0; from < rows.length; from += BATCH_ROWS) {
            int count = Math.min(BATCH_ROWS, rows.length - from);
            float[] batch = flat(rows, from, count);
            int bands = rows[from].length / FrameNetwork.FRAMES;
            System.arraycopy(network.use(built -> built.probabilities(batch, count, bands)), 0, probability, from, count);
        }
        return Decisions.ofProbabilities(probability);
    }

    private static float[] flat(double[][] rows, int from, int count) {
        int width = rows[from].length;
        float[] flat = new float[count * width];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = (float) rows[from + i / width][i % width];
        }
        return flat;
    }

    @Override
    public Map<String, Tensor> tensors() {
        return parameters;
    }

    @Override
    public void close() {
        network.close();
    }
}
