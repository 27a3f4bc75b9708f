package org.tasteprint.genre.classifier;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.Arrays;
import java.util.Map;
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
 *
 * @param settings   how it was tuned
 * @param parameters of the whole network, by the names of {@link MusicnnBlock}; its tags are the labels
 */
record NetworkClassifier(ClassifierSettings.FineTuned settings, Map<String, Tensor> parameters)
        implements SegmentClassifier {
    @Override
    public Decisions decide(double[][] rows) {
        float[] input = flat(rows);
        if (settings.readsFrames()) {
            try (Musicnn network = Musicnn.of(parameters)) {
                return decide(network.analyse(Patches.separate(input, rows.length)).penultimate(), rows.length, Stage.TAGS);
            }
        }
        return decide(
                settings.firstTrained() == Stage.DENSE ? interleaved(input, rows.length) : input,
                rows.length,
                settings.firstTrained());
    }

    private Decisions decide(float[] input, int rows, Stage first) {
        MusicnnWidths widths = MusicnnWidths.of(parameters);
        MusicnnBlock block = new MusicnnBlock(widths);
        block.enterAt(first);
        try (NDManager manager = PyTorch.newManager()) {
            Towers.load(block, manager, parameters);
            NDArray batch = manager.create(input, new Shape(rows, input.length / Math.max(1, rows)));
            NDArray logits = block.forward(new ParameterStore(manager, false), new NDList(batch), false)
                    .singletonOrThrow();
            return Decisions.ofProbabilities(NetworkLearning.probabilities(logits));
        }
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
}
