package org.tasteprint.cli.app;

import java.util.List;
import java.util.Map;

/** Genres of files, and the files that have none because they could not be read. */
public record ClassifyResult(List<Classified> results, List<Failed> failed) {
    /** One file's genre. */
    public record Classified(
            String file, String genre, Map<String, Double> probabilities, int segments, double seconds) {}

    /** A file that could not be classified, and why. */
    public record Failed(String file, String reason) {}
}
