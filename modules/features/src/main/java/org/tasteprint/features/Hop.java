package org.tasteprint.features;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.tasteprint.core.TasteprintException;

/** How far the 3-second window moves from one segment of a track to the next. */
public enum Hop {
    /** 61 frames of 16 ms, 0.976 s: neighbouring segments share two thirds of their sound. */
    ONE_SECOND("1s", 61),
    /** 187 frames of 16 ms, 2.992 s, the length of the window itself: segments do not overlap. */
    THREE_SECONDS("3s", 187);

    private final String text;
    private final int frames;

    Hop(String text, int frames) {
        this.text = text;
        this.frames = frames;
    }

    /** Frames of the log-mel spectrogram between the starts of two segments. */
    public int frames() {
        return frames;
    }

    /** As people write it: {@code 1s} or {@code 3s}. */
    public String text() {
        return text;
    }

    /**
     * The hop that is written as {@code text}.
     *
     * @throws TasteprintException {@code INVALID_INPUT} when there is no such hop
     */
    public static Hop parse(String text) {
        return Arrays.stream(values())
                .filter(hop -> hop.text.equals(text.strip()))
                .findFirst()
                .orElseThrow(() -> new TasteprintException(
                        TasteprintException.Kind.INVALID_INPUT,
                        "hop '%s' is not known; it is one of %s"
                                .formatted(
                                        text, Arrays.stream(values()).map(Hop::text).collect(Collectors.joining(", ")))));
    }
}
