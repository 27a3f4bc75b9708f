package org.tasteprint.genre.classifier;

import java.util.List;
import java.util.Map;
import org.tasteprint.features.FeatureNames;
import org.tasteprint.nets.musicnn.MusicnnBlock.Stage;

/**
 * A pretrained musicnn whose layer of tags is replaced by one of genres, trained from the pretrained weights (Liang and Gu,
 * "Music genre classification using transfer learning", 2019): every epoch draws four segments of each song, and the
 * weights of the epoch with the lowest cost on songs held out are kept.
 *
 * @param network      the pretrained network, for example {@code musicnn-msd}
 * @param unfreeze     how many stages below the layer of genres are trained too, from the top: 0 none, 1 the dense layer, 2 also the
 *     middle, 3 all
 * @param epochs       the most there are
 * @param patience     epochs without a lower cost after which training ends
 * @param learningRate of Adam
 */
public record FineTuned(String network, int unfreeze, int epochs, int patience, double learningRate) implements ClassifierSettings.Tuned {
    /** The paper's number of epochs. */
    public static final int DEFAULT_EPOCHS = 150;

    private static final int PATIENCE = 15;

    public FineTuned {
        if (unfreeze < 0 || unfreeze >= Stage.values().length) {
            throw Parameters.invalid("unfreeze must be from 0 to %d; unfreeze=%d".formatted(Stage.values().length - 1, unfreeze));
        }
        Parameters.requireEpochs(epochs, patience);
        Parameters.requirePositive("learningRate", learningRate);
    }

    /** Up to so many epochs, with steps that are the smaller, the more of the pretrained weights they change. */
    public static FineTuned of(String network, int unfreeze, int epochs) {
        return new FineTuned(network, unfreeze, epochs, PATIENCE, unfreeze == 0 ? 1e-3 : unfreeze == 1 ? 3e-4 : 1e-4);
    }

    /** The lowest stage that is trained. */
    Stage firstTrained() {
        return Stage.values()[Stage.values().length - 1 - unfreeze];
    }

    /** Whether it needs the spectrogram rather than what the frozen stages make of it. */
    @Override
    public boolean readsFrames() {
        return firstTrained().compareTo(Stage.MIDDLE) <= 0;
    }

    /** The activations of a whole network in training take 60 MB a segment. */
    @Override
    public int songsOfABatch() {
        return firstTrained() == Stage.FRONT_END ? 2 : readsFrames() ? 8 : 16;
    }

    /** Four, as in the paper. */
    @Override
    public int segmentsOfASong() {
        return 4;
    }

    @Override
    public List<String> features() {
        return switch (firstTrained()) {
            case TAGS -> List.of(network + FeatureNames.PENULTIMATE);
            case DENSE -> List.of(network, network + FeatureNames.MEAN);
            case MIDDLE, FRONT_END -> List.of(FeatureNames.LOG_MEL);
        };
    }

    @Override
    public Map<String, String> asText() {
        return Map.of(
                "classifier", "fine-tuned",
                "network", network,
                "unfreeze", Integer.toString(unfreeze),
                "epochs_at_most", Integer.toString(epochs),
                "patience", Integer.toString(patience),
                "learning_rate", Double.toString(learningRate));
    }
}
