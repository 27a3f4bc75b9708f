package org.tasteprint.genre.classifier;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.tasteprint.nets.Patches;
import org.tasteprint.nets.PyTorch;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.Towers;
import org.tasteprint.nets.musicnn.Musicnn;
import org.tasteprint.nets.musicnn.MusicnnBlock;
import org.tasteprint.nets.musicnn.MusicnnBlock.Stage;
import org.tasteprint.nets.musicnn.MusicnnWidths;

/**
 * A fine-tuned network. Its rows are the input of the lowest trained stage; a network that hears log-mel runs as fast as a
 * pretrained one.
 */
final class NetworkClassifier implements SegmentClassifier {
    private final FineTuned settings;
    private final Map<String, Tensor> parameters;
    private final SharedNetwork<Built> network;

    /**
     * @param settings   how it was tuned
     * @param parameters of the whole network, by the names of {@link MusicnnBlock}; its tags are the labels
     */
    NetworkClassifier(FineTuned settings, Map<String, Tensor> parameters) {
        this.settings = settings;
        this.parameters = Map.copyOf(parameters);
        this.network = new SharedNetwork<>(this::build);
    }

    /**
     * The network in native memory.
     *
     * @param below what turns log-mel into the input of the stage of labels, where it hears that
     * @param block from its lowest stage on
     */
    private record Built(Optional<Musicnn> below, NDManager manager, MusicnnBlock block) implements SharedNetwork.Network {
        double[][] probabilities(float[] input, int rows) {
            try (NDManager scope = manager.newSubManager()) {
                NDArray batch = scope.create(input, new Shape(rows, input.length / Math.max(1, rows)));
                NDArray logits = block.forward(new ParameterStore(scope, false), new NDList(batch), false).singletonOrThrow();
                return NetworkLearning.probabilities(logits);
            }
        }

        @Override
        public void close() {
            below.ifPresent(Musicnn::close);
            manager.close();
        }
    }

    private Built build() {
        MusicnnBlock block = new MusicnnBlock(MusicnnWidths.of(parameters));
        block.enterAt(settings.readsFrames() ? Stage.TAGS : settings.firstTrained());
        NDManager manager = PyTorch.newManager();
        Towers.load(block, manager, parameters);
        return new Built(settings.readsFrames() ? Optional.of(Musicnn.of(parameters)) : Optional.empty(), manager, block);
    }

    @Override
    public Decisions decide(double[][] rows) {
        float[] given = flat(rows);
        return Decisions.ofProbabilities(network.use(built -> {
            float[] input = built.below()
                    .map(musicnn -> musicnn.analyse(Patches.separate(given, rows.length)).penultimate())
                    .orElseGet(() -> settings.firstTrained() == Stage.DENSE ? interleaved(given, rows.length) : given);
            return built.probabilities(input, rows.length);
        }));
    }

    /** Rows of all maxima, then all means, as the dense stage takes them: the maximum of a channel, then its mean. */
    static float[] interleaved(float[] rows, int count) {
        float[] interleaved = new float[rows.length];
        int width = rows.length / Math.max(1, count);
        int channels = width / 2;
        for (int row = 0; row < count; row++) {
            for (int channel = 0; channel < channels; channel++) {
                interleaved[row * width + 2 * channel] = rows[row * width + channel];
                interleaved[row * width + 2 * channel + 1] = rows[row * width + channels + channel];
            }
        }
        return interleaved;
    }

    private static float[] flat(double[][] rows) {
        float[] flat = new float[Arrays.stream(rows).mapToInt(row -> row.length).sum()];
        int at = 0;
        for (double[] row : rows) {
            for (double value : row) {
                flat[at++] = (float) value;
            }
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
