package org.tasteprint.genre.classifier;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;

/** What decides about a segment, and its parameters. Each kind is trained by its own trainer into its own {@link SegmentClassifier}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Svm.class, name = "svm"),
    @JsonSubTypes.Type(value = Knn.class, name = "knn"),
    @JsonSubTypes.Type(value = XgBoost.class, name = "xgboost"),
    @JsonSubTypes.Type(value = Mlp.class, name = "mlp"),
    @JsonSubTypes.Type(value = Cnn.class, name = "cnn"),
    @JsonSubTypes.Type(value = FineTuned.class, name = "fine-tuned"),
    @JsonSubTypes.Type(value = TunedTagger.class, name = "tuned-tagger")
})
public sealed interface ClassifierSettings permits ClassifierSettings.OfRows, ClassifierSettings.OfSongs {
    /** Every parameter by name, as a model's provenance keeps it. */
    Map<String, String> asText();

    /** Classifiers that learn from rows in memory, reduced and standardised. {@link ClassifierTrainer} trains them. */
    sealed interface OfRows extends ClassifierSettings permits Svm, Knn, XgBoost, Mlp {
        /** What a grid search tries, in the order of preference among equals; only these settings where there is nothing to search. */
        default List<OfRows> grid() {
            return List.of(this);
        }
    }

    /** Networks that learn song by song, from features read when they are needed. */
    sealed interface OfSongs extends ClassifierSettings permits Cnn, Tuned {
        /** The most epochs there are. */
        int epochs();

        /** Epochs without a lower cost on the songs held out after which training ends. */
        int patience();

        /** Songs whose segments make a step. */
        int songsOfABatch();

        /** Segments of a song that an epoch sees, spread over the song. */
        int segmentsOfASong();

        /** Whether its rows are cut out of frames: each is some hundred times as large as other rows. */
        boolean readsFrames();
    }

    /** Networks that begin with published weights, and so know what their rows are. */
    sealed interface Tuned extends OfSongs permits FineTuned, TunedTagger {
        /** The features that are the input of the lowest trained stage. */
        List<String> features();
    }
}
