package org.tasteprint.genre.classifier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How a network learned.
 *
 * @param epochs one after the other
 * @param best   which epoch's weights were kept, from 0
 */
public record LearningCurve(List<Epoch> epochs, int best) {
    /**
     * @param training   mean cross entropy over the segments trained on, with dropout, in nats
     * @param validation mean cross entropy over segments of the songs held out, where there are any
     * @param accuracy   share of those segments whose genre was found
     */
    public record Epoch(
            double training,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) OptionalDouble validation,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) OptionalDouble accuracy) {}

    public LearningCurve {
        epochs = List.copyOf(epochs);
    }
}
