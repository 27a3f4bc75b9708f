package org.tasteprint.backbone;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tasteprint.audio.synth.Instrument;
import org.tasteprint.audio.synth.Song;
import org.tasteprint.audio.synth.Style;

/**
 * The tags that the network learns, in the order of its outputs; at most 64, so that a set of them is a {@code long}. Those of
 * instruments are true while they sound, the others of a whole song.
 */
final class Tags {
    static final String PERCUSSION = "percussion";
    static final String BASS = "bass";

    private static final String KEYS = "keys";
    private static final String GUITAR = "guitar";
    private static final String SLOW = "slow";
    private static final String MODERATE = "moderate";
    private static final String FAST = "fast";
    private static final String TRIPLE = "triple metre";
    private static final String MAJOR = "major";
    private static final String MINOR = "minor";
    private static final String ACOUSTIC = "acoustic";
    private static final String ELECTRIC = "electric";
    private static final int SLOW_BELOW_BPM = 90;
    private static final int FAST_FROM_BPM = 130;

    private static final Set<Instrument> BASSES = Set.of(
            Instrument.UPRIGHT_BASS, Instrument.ELECTRIC_BASS, Instrument.SYNTH_BASS, Instrument.CHIP_TRIANGLE);
    private static final Set<Instrument> KEYBOARDS = Set.of(
            Instrument.PIANO, Instrument.ELECTRIC_PIANO, Instrument.HARPSICHORD, Instrument.ORGAN);
    private static final Set<Instrument> GUITARS = Set.of(Instrument.ACOUSTIC_GUITAR, Instrument.DISTORTED_GUITAR);

    /** Kinds of tags and the tags of each, in order. */
    private static final Map<String, List<String>> GROUPS = groups();

    private static final List<String> NAMES =
            GROUPS.values().stream().flatMap(List::stream).toList();

    private Tags() {}

    private static Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put("style", Arrays.stream(Style.values()).map(Style::label).toList());
        groups.put(
                "instrument",
                Stream.concat(
                                Arrays.stream(Instrument.values()).map(Instrument::label),
                                Stream.of(PERCUSSION, BASS, KEYS, GUITAR))
                        .toList());
        groups.put("tempo", List.of(SLOW, MODERATE, FAST));
        groups.put("metre", List.of(TRIPLE));
        groups.put("mode", List.of(MAJOR, MINOR));
        groups.put("character", List.of(ACOUSTIC, ELECTRIC));
        return Collections.unmodifiableMap(groups);
    }

    /** All tags, in the order of the outputs. */
    static List<String> names() {
        return NAMES;
    }

    /** Kinds of tags ("style", "instrument"…) and the tags of each. */
    static Map<String, List<String>> byGroup() {
        return GROUPS;
    }

    /** Whether a set holds the tag of this number. */
    static boolean holds(long set, int tag) {
        return (set >>> tag & 1) != 0;
    }

    /**
     * What is true of a whole song.
     *
     * @param inStyle whether it is played as its style is; otherwise it has no style's tag
     */
    static long of(Song song, boolean inStyle) {
        String tempo = song.tempoBpm() < SLOW_BELOW_BPM ? SLOW : song.tempoBpm() < FAST_FROM_BPM ? MODERATE : FAST;
        long set = set(tempo)
                | set(song.mode().minorThird() ? MINOR : MAJOR)
                | set(song.acousticness() >= 0.5 ? ACOUSTIC : ELECTRIC);
        set |= inStyle ? set(song.style().label()) : 0;
        return song.beatsPerBar() == 3 ? set | set(TRIPLE) : set;
    }

    /** What is true while an instrument sounds. */
    static long of(Instrument instrument) {
        long set = set(instrument.label());
        set |= instrument.percussion() ? set(PERCUSSION) : 0;
        set |= BASSES.contains(instrument) ? set(BASS) : 0;
        set |= KEYBOARDS.contains(instrument) ? set(KEYS) : 0;
        return GUITARS.contains(instrument) ? set | set(GUITAR) : set;
    }

    private static long set(String tag) {
        return 1L << NAMES.indexOf(tag);
    }
}
