package org.tasteprint.features;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tasteprint.audio.LogMel;

/**
 * What a network hears in a file: for each window of 3 seconds, how probable each tag is.
 *
 * @param model  name of the network
 * @param tags   in the order of the network's outputs
 * @param times  when each window begins, in seconds
 * @param values float[windows][tags] probabilities
 */
public record Taggram(String model, List<String> tags, List<Double> times, List<float[]> values) {
    private static final int FRAME_MILLISECONDS = 1000 * LogMel.HOP_SAMPLES / LogMel.SAMPLE_RATE_HZ;

    /** How long a window is, in seconds. */
    public static final double WINDOW_SECONDS = seconds(Segments.FRAMES);

    public Taggram {
        tags = List.copyOf(tags);
        times = List.copyOf(times);
        values = List.copyOf(values);
        if (times.isEmpty() || times.size() != values.size()) {
            throw new IllegalArgumentException(
                    "a taggram has windows, each with its time; times=%d, values=%d".formatted(times.size(), values.size()));
        }
    }

    /** A tag and how probable it is, 0 to 1. */
    public record Tag(String tag, double probability) {}

    /** The tags that are the most probable in the mean over all windows, as musicnn's own command decides it; best first. */
    public List<Tag> top(int count) {
        List<Tag> all = new ArrayList<>();
        for (int tag = 0; tag < tags.size(); tag++) {
            int column = tag;
            double mean = values.stream().mapToDouble(window -> window[column]).average().orElseThrow();
            all.add(new Tag(tags.get(tag), mean));
        }
        return all.stream().sorted(Comparator.comparingDouble(Tag::probability).reversed()).limit(count).toList();
    }

    /** Up to when it was listened, in seconds. */
    public double duration() {
        return Math.round((times.getLast() + WINDOW_SECONDS) * 1000) / 1000.0;
    }

    /** When a frame begins: a whole number of milliseconds, and written so. */
    static double seconds(int frame) {
        return frame * FRAME_MILLISECONDS / 1000.0;
    }
}
