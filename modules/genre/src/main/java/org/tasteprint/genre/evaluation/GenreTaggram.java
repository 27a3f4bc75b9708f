package org.tasteprint.genre.evaluation;

import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How probable each genre is while a song goes on, which Chourdakis (2020) calls a taggram.
 *
 * @param trackId       the song
 * @param truth         its label
 * @param answer        what it was taken for
 * @param labels        those that the model knows
 * @param probabilities float[segments][labels], each segment's summing to 1
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record GenreTaggram(String trackId, String truth, String answer, List<String> labels, List<float[]> probabilities) {
    public GenreTaggram {
        labels = List.copyOf(labels);
        probabilities = List.copyOf(probabilities);
        if (probabilities.isEmpty()) {
            throw new IllegalArgumentException("a taggram has segments; track " + trackId + " has none");
        }
    }
}
