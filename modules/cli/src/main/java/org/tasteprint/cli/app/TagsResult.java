package org.tasteprint.cli.app;

import java.util.List;
import org.tasteprint.features.Taggram;

/**
 * The tags of files.
 *
 * @param model  the network that gave them
 * @param length of a window, in seconds
 * @param hop    from one window to the next, in seconds
 */
public record TagsResult(String model, int length, int hop, List<Tagged> results, List<Failed> failed) {
    /**
     * One file.
     *
     * @param duration how much of it was heard, in seconds
     * @param tags     the most probable in the mean over the windows, best first
     * @param seconds  that it took
     */
    public record Tagged(String file, double duration, List<Taggram.Tag> tags, Windows taggram, double seconds) {}

    /**
     * The course of all tags.
     *
     * @param times  when each window begins, in seconds
     * @param values float[windows][tags] probabilities
     */
    public record Windows(List<String> tags, List<Double> times, List<float[]> values) {}

    /** A file that could not be read, and why. */
    public record Failed(String file, String reason) {}
}
