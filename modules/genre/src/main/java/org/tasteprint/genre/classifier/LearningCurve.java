package org.tasteprint.genre.classifier;

import java.util.List;

/**
 * How a network learned.
 *
 * @param epochs one after the other
 * @param best   which epoch's weights were kept, from 0
 */
public record LearningCurve(List<Epoch> epochs, int best) {
    /**
     * @param training   mean cross entropy over the segments trained on, with dropout, in nats
     * @param validation mean cross entropy over segments of the songs held out
     * @param accuracy   share of those segments whose genre was found
     */
    public record Epoch(double training, double validation, double accuracy) {}

    public LearningCurve {
        epochs = List.copyOf(epochs);
    }
}
