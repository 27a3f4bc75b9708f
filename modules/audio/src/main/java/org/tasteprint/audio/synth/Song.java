package org.tasteprint.audio.synth;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A composed piece of music: its score, and every tag that is true of it.
 *
 * @param style       what it is
 * @param tempoBpm    beats a minute
 * @param tonic       pitch class of the key, 0 (C) to 11 (B)
 * @param mode        scale on the tonic
 * @param beatsPerBar 4, or 3 in a waltz
 * @param leaning     where it lies within its style
 * @param room        the space it sounds in
 * @param sections    its form; after the last section it begins again
 * @param parts       what is played
 */
public record Song(
        Style style,
        int tempoBpm,
        int tonic,
        Mode mode,
        int beatsPerBar,
        Leaning leaning,
        Room room,
        List<Section> sections,
        List<Part> parts) {
    private static final List<String> NAMES =
            List.of("C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B");

    public Song {
        requireNonNull(style, "style is null");
        requireNonNull(mode, "mode is null");
        requireNonNull(leaning, "leaning is null");
        requireNonNull(room, "room is null");
        sections = List.copyOf(sections);
        parts = List.copyOf(parts);
        if (tempoBpm < 1 || tonic < 0 || tonic > 11 || beatsPerBar < 1) {
            throw new IllegalArgumentException(
                    "tempo and beats are positive, a tonic is in 0..11; tempoBpm=%d, beatsPerBar=%d, tonic=%d"
                            .formatted(tempoBpm, beatsPerBar, tonic));
        }
        if (sections.isEmpty() || parts.isEmpty()) {
            throw new IllegalArgumentException("a song has sections and parts");
        }
    }

    /** Name of the tonic: {@code C}, {@code F#}, {@code Bb}… */
    public String key() {
        return NAMES.get(tonic);
    }

    /** Every instrument that plays at least one note. */
    public Set<Instrument> instruments() {
        Set<Instrument> playing = EnumSet.noneOf(Instrument.class);
        parts.stream().filter(part -> !part.notes().isEmpty()).forEach(part -> playing.add(part.instrument()));
        return playing;
    }

    /** Share of the parts' gain that acoustic instruments have: 0 all electric, 1 all acoustic. */
    public double acousticness() {
        double acoustic = 0;
        double all = 0;
        for (Part part : parts) {
            all += part.mix().gain();
            acoustic += part.instrument().acoustic() ? part.mix().gain() : 0;
        }
        return acoustic / all;
    }

    /** Length of the score, in beats. */
    public int beats() {
        return beatsPerBar * sections.stream().mapToInt(Section::bars).sum();
    }

    /** How long the score takes once. */
    public Duration duration() {
        return Duration.ofNanos(Math.round(beats() * 60e9 / tempoBpm));
    }
}
