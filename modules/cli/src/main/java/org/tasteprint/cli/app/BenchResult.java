package org.tasteprint.cli.app;

import java.util.List;
import org.tasteprint.bench.Figure;

/** What was measured. */
public record BenchResult(List<Figure> results) {
    /** What can be measured. */
    public enum Benchmark {
        /** musicnn's inference. */
        MUSICNN,
        /** The log-mel front end. */
        LOGMEL,
        /** librosa's features. */
        FEATURES,
        /** Nearest neighbours. */
        ANN,
        /** Support vector machines over tags. */
        SVM,
        /** A training step of the convolutional Siamese tower. */
        SIAMESE,
        /** Training the user network. */
        USERS
    }
}
