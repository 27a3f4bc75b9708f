package org.tasteprint.genre.evaluation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.tasteprint.core.Interval;
import org.tasteprint.genre.classifier.LearningCurve;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How often a model is right, on songs that it has not seen.
 *
 * @param n               songs judged
 * @param accuracy        share of songs whose genre was found
 * @param ci95            its interval (Wilson)
 * @param macroF1         mean of the labels' F1 scores, over labels that occur as truth or as answer
 * @param rocAuc          mean area under the ROC curve, each label against the rest, from the songs' probabilities
 * @param prAuc           mean average precision, likewise
 * @param logLoss         mean negative logarithm of the probability of the right label, in nats; lower is better, and
 *     ln(labels) is what knowing nothing gives
 * @param brier           mean over songs of the squared distance of the probabilities from the truth, 0 to 2; lower is better
 * @param labels          every label that occurs in training or test, in alphabetical order
 * @param confusion       int[truth][answer]: songs, in the order of {@code labels}
 * @param perSegment      the same question asked of single segments
 * @param untrainedLabels labels of test songs that no training song has: their songs count as errors
 * @param withoutFeatures tracks that were left out, in training or test, because a feature of theirs is missing
 * @param split           how training and test songs were parted
 * @param seed            seed of the parting and of the training
 * @param songs           what was said of each song, in the order of their ids
 * @param decisions       how often songs got their genre with each way of deciding from the same segments
 * @param curves          how the measures above come about
 * @param learning        how the networks of the trainings learned, one after the other; empty for other classifiers
 * @param taggrams        of a song of each label, the first by its id, what was said of its segments; empty where none has several
 * @param seconds         how long it took
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record GenreReport(
        int n,
        double accuracy,
        Interval ci95,
        double macroF1,
        double rocAuc,
        double prAuc,
        double logLoss,
        double brier,
        List<String> labels,
        int[][] confusion,
        PerSegment perSegment,
        List<String> untrainedLabels,
        int withoutFeatures,
        String split,
        long seed,
        List<Song> songs,
        List<Decided> decisions,
        Curves curves,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LearningCurve> learning,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<GenreTaggram> taggrams,
        Seconds seconds) {
    /**
     * Wall-clock seconds of all trainings and of all judging, the reading of features included.
     *
     * @param training of all models
     * @param judging  of all songs
     */
    public record Seconds(double training, double judging) {}

    /**
     * One way of deciding.
     *
     * @param decision its name
     * @param accuracy share of songs whose genre was found
     * @param ci95     its interval (Wilson)
     */
    public record Decided(String decision, double accuracy, Interval ci95) {}

    /**
     * @param n        segments judged
     * @param accuracy share of segments taken for their song's genre
     */
    public record PerSegment(long n, double accuracy) {}

    /**
     * One song judged.
     *
     * @param trackId its id
     * @param fold    which fold it was in, from 1, where there are folds
     * @param truth   its label
     * @param answer  what the model said
     * @param probabilities by label; JSON goes without them
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Song(String trackId, int fold, String truth, String answer, @JsonIgnore Map<String, Double> probabilities) {
        public Song {
            probabilities = Map.copyOf(probabilities);
        }

        boolean right() {
            return truth.equals(answer);
        }
    }

    public GenreReport {
        labels = List.copyOf(labels);
        untrainedLabels = List.copyOf(untrainedLabels);
        songs = List.copyOf(songs);
        decisions = List.copyOf(decisions);
        learning = List.copyOf(learning);
        taggrams = List.copyOf(taggrams);
    }
}
