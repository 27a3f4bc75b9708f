package org.tasteprint.genre.decision;

/**
 * What was said of the segments of one song, each for itself.
 *
 * @param label       int[segments]: index of the label that each was taken for, at least one
 * @param probability double[segments][labels], each row summing to 1
 * @param neighbours  double[segments][labels]: of the training segments nearest to each, the share that has a label; no rows where
 *     nobody looked for them
 */
public record SongSegments(int[] label, double[][] probability, double[][] neighbours) {
    public SongSegments {
        if (label.length == 0 || probability.length != label.length) {
            throw new IllegalArgumentException(
                    "a song needs at least one segment, with probabilities; labels: %d, probabilities: %d"
                            .formatted(label.length, probability.length));
        }
        if (neighbours.length != 0 && neighbours.length != label.length) {
            throw new IllegalArgumentException(
                    "neighbours must be of all segments or of none; segments: %d, neighbours: %d".formatted(label.length, neighbours.length));
        }
    }

    /** Segments whose neighbours nobody looked for. */
    public static SongSegments of(int[] label, double[][] probability) {
        return new SongSegments(label, probability, new double[0][]);
    }

    int labels() {
        return probability[0].length;
    }
}
