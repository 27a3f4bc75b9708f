package org.tasteprint.features;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tasteprint.audio.Pcm;

/** Cuts sound into the excerpts of half a minute that networks take: as many as are full, or one of what there is. */
final class Excerpts {
    private Excerpts() {}

    /**
     * Excerpts of exactly {@code length} samples. Of sound that is shorter than two, the one in its middle; what is shorter than
     * one ends in silence.
     */
    static List<Pcm> full(Pcm sound, int length) {
        int samples = sound.samples().length;
        return samples < 2 * length
                ? List.of(cut(sound, Math.max(0, (samples - length) / 2), length))
                : consecutive(sound, length);
    }

    /** Excerpts of {@code length} samples. Of sound that is shorter than two, the one at its beginning; all of what is shorter than one. */
    static List<Pcm> fromTheBeginning(Pcm sound, int length) {
        int samples = sound.samples().length;
        return samples < 2 * length ? List.of(cut(sound, 0, Math.min(samples, length))) : consecutive(sound, length);
    }

    private static List<Pcm> consecutive(Pcm sound, int length) {
        return IntStream.range(0, sound.samples().length / length)
                .mapToObj(i -> cut(sound, i * length, length))
                .toList();
    }

    private static Pcm cut(Pcm sound, int first, int length) {
        return new Pcm(Arrays.copyOfRange(sound.samples(), first, first + length), sound.sampleRateHz());
    }
}
