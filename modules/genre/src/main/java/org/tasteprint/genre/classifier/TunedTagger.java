package org.tasteprint.genre.classifier;

import java.util.List;
import java.util.Map;
import org.tasteprint.features.FeatureNames;

/**
 * Choi's convolutional tagger with a layer of genres in place of that of tags, alone or with the last layer of filters below it (Sanfiz and
 * Torra 2016, who unfreeze layers from the top). Every excerpt of half a minute teaches and votes.
 *
 * @param withLastLayer whether the last layer of filters is trained too, from its published weights
 * @param epochs        the most there are
 * @param patience      epochs without a lower cost on songs held out after which training ends
 * @param learningRate  of Adam
 */
public record TunedTagger(boolean withLastLayer, int epochs, int patience, double learningRate) implements ClassifierSettings.Tuned {
    /** The network that is tuned. */
    public static final String NETWORK = FeatureNames.CHOI_CNN;

    private static final int PATIENCE = 15;
    private static final int EXCERPTS = 4;

    public TunedTagger {
        Parameters.requireEpochs(epochs, patience);
        Parameters.requirePositive("learningRate", learningRate);
    }

    /** Up to so many epochs, with smaller steps where they change published weights. */
    public static TunedTagger of(boolean withLastLayer, int epochs) {
        return new TunedTagger(withLastLayer, epochs, PATIENCE, withLastLayer ? 3e-4 : 1e-3);
    }

    @Override
    public int songsOfABatch() {
        return 16;
    }

    @Override
    public int segmentsOfASong() {
        return EXCERPTS;
    }

    @Override
    public boolean readsFrames() {
        return false;
    }

    @Override
    public List<String> features() {
        return List.of(withLastLayer ? FeatureNames.CHOI_CNN + FeatureNames.LAYER_4 : FeatureNames.CHOI_CNN);
    }

    @Override
    public Map<String, String> asText() {
        return Map.of(
                "classifier", "fine-tuned",
                "network", NETWORK,
                "unfreeze", withLastLayer ? "1" : "0",
                "epochs_at_most", Integer.toString(epochs),
                "patience", Integer.toString(patience),
                "learning_rate", Double.toString(learningRate));
    }
}
