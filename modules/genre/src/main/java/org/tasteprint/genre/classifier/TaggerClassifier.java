package org.tasteprint.genre.classifier;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.Map;
import org.tasteprint.nets.PyTorch;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.Towers;
import org.tasteprint.nets.Training;
import org.tasteprint.nets.choi.CnnTop;

/** The tuned top of Choi's tagger; a row is an excerpt as the layer below gives it. */
final class TaggerClassifier implements SegmentClassifier {
    private final TunedTagger settings;
    private final Map<String, Tensor> parameters;
    private final SharedNetwork<Built> network;

    /** @param parameters by the names of {@link CnnTop} */
    TaggerClassifier(TunedTagger settings, Map<String, Tensor> parameters) {
        this.settings = settings;
        this.parameters = Map.copyOf(parameters);
        this.network = new SharedNetwork<>(this::build);
    }

    /** The network in native memory. */
    private record Built(NDManager manager, CnnTop block) implements SharedNetwork.Network {
        double[][] probabilities(float[] rows, int count) {
            try (NDManager scope = manager.newSubManager()) {
                NDArray batch = scope.create(rows, new Shape(count, rows.length / Math.max(1, count)));
                return NetworkLearning.probabilities(
                        block.forward(new ParameterStore(scope, false), new NDList(batch), false).singletonOrThrow());
            }
        }

        @Override
        public void close() {
            manager.close();
        }
    }

    /**
     * A top in training.
     *
     * @param pretrained as {@link CnnTop#pretrained} gives them
     * @param weights    double[labels]: how much a row of a label counts
     */
    static NetworkLearning learning(TunedTagger settings, Map<String, Tensor> pretrained, double[] weights, long seed) {
        int width = CnnTop.width(settings.withLastLayer());
        Training training = new Training(
                new CnnTop(settings.withLastLayer(), weights.length),
                settings.withLastLayer() ? pretrained : Map.of(),
                new Shape(1, width),
                seed,
                0);
        return new NetworkLearning(
                training, (scope, rows, count) -> scope.create(rows, new Shape(count, width)), settings.learningRate(), weights);
    }

    private Built build() {
        int labels = Tensors.lengthOf(parameters, "output_bias");
        CnnTop block = new CnnTop(settings.withLastLayer(), labels);
        NDManager manager = PyTorch.newManager();
        Towers.load(block, manager, parameters);
        return new Built(manager, block);
    }

    @Override
    public Decisions decide(double[][] rows) {
        float[] flat = Tensors.of(rows).values();
        return rows.length == 0
                ? Decisions.ofProbabilities(new double[0][])
                : Decisions.ofProbabilities(network.use(built -> built.probabilities(flat, rows.length)));
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
