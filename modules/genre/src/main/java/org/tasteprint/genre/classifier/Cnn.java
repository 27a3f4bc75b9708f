package org.tasteprint.genre.classifier;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Map;
import org.tasteprint.nets.sequence.FrameNetwork;

/**
 * A {@link FrameNetwork} over one feature whose rows are frames, such as {@code mel128} (Ghosal and Kolekar 2018). A song is
 * one example, or, where it is longer than half a minute, one for each half minute.
 *
 * @param pooling      what its pools make of frames
 * @param recurrent    whether an LSTM stands in place of the last pool
 * @param epochs       the most there are
 * @param patience     epochs without a lower cost on songs held out after which training ends
 * @param learningRate of Adam
 */
public record Cnn(FrameNetwork.Pooling pooling, boolean recurrent, int epochs, int patience, double learningRate) implements ClassifierSettings.OfSongs {
    private static final int PATIENCE = 15;

    /** Half minutes of a song that an epoch sees, at most. */
    private static final int WINDOWS = 4;

    public Cnn {
        requireNonNull(pooling, "pooling is null");
        Parameters.requireEpochs(epochs, patience);
        Parameters.requirePositive("learningRate", learningRate);
    }

    /** The paper's network, with its optimiser's usual step. */
    public static Cnn of(FrameNetwork.Pooling pooling, boolean recurrent, int epochs) {
        return new Cnn(pooling, recurrent, epochs, PATIENCE, 1e-3);
    }

    /** The network itself. */
    FrameNetwork network() {
        return new FrameNetwork(pooling, recurrent);
    }

    @Override
    public int songsOfABatch() {
        return 16;
    }

    @Override
    public int segmentsOfASong() {
        return WINDOWS;
    }

    @Override
    public boolean readsFrames() {
        return true;
    }

    @Override
    public Map<String, String> asText() {
        return Map.of(
                "classifier", recurrent ? "cnn-lstm" : "cnn",
                "pooling", pooling.name().toLowerCase(Locale.ROOT),
                "epochs_at_most", Integer.toString(epochs),
                "patience", Integer.toString(patience),
                "learning_rate", Double.toString(learningRate));
    }
}
