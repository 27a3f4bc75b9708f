package org.tasteprint.genre.classifier;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.features.FeatureNames;
import org.tasteprint.nets.musicnn.MusicnnBlock.Stage;

/** What decides about a segment, and its parameters. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ClassifierSettings.Svm.class, name = "svm"),
    @JsonSubTypes.Type(value = ClassifierSettings.FineTuned.class, name = "fine-tuned")
})
public sealed interface ClassifierSettings {
    /** Every parameter by name, as a model's provenance keeps it. */
    Map<String, String> asText();

    /**
     * One support vector machine with an RBF kernel for each pair of labels; every pair votes.
     *
     * @param c penalty of a training row on the wrong side of the margin
     */
    record Svm(double c) implements ClassifierSettings {
        /** The usual penalty. */
        public static final double DEFAULT_C = 1;

        public Svm {
            if (!(c > 0) || Double.isInfinite(c)) {
                throw invalid("c must be a positive number; c=" + c);
            }
        }

        @Override
        public Map<String, String> asText() {
            return Map.of("classifier", "svm", "c", Double.toString(c));
        }
    }

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
    record FineTuned(String network, int unfreeze, int epochs, int patience, double learningRate)
            implements ClassifierSettings {
        /** The paper's number of epochs. */
        public static final int DEFAULT_EPOCHS = 150;

        private static final int PATIENCE = 15;

        public FineTuned {
            if (unfreeze < 0 || unfreeze >= Stage.values().length) {
                throw invalid("unfreeze must be from 0 to %d; unfreeze=%d".formatted(Stage.values().length - 1, unfreeze));
            }
            if (epochs < 1 || patience < 1) {
                throw invalid("epochs and patience must be positive; epochs=%d, patience=%d".formatted(epochs, patience));
            }
            if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
                throw invalid("learningRate must be a positive number; learningRate=" + learningRate);
            }
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
        public boolean hearsLogMel() {
            return firstTrained().compareTo(Stage.MIDDLE) <= 0;
        }

        /** The features that are the input of the lowest trained stage. */
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

    private static TasteprintException invalid(String message) {
        return new TasteprintException(Kind.INVALID_INPUT, message);
    }
}
