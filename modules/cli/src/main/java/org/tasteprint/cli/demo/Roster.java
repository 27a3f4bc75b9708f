package org.tasteprint.cli.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.tasteprint.audio.synth.Composer;
import org.tasteprint.audio.synth.Leaning;
import org.tasteprint.audio.synth.Mode;
import org.tasteprint.audio.synth.Song;
import org.tasteprint.audio.synth.Style;

/** The invented artists and what they made: each has a style and a leaning within it, which their tracks share. */
final class Roster {
    /** The split of each artist of a style: 60, 20 and 20 % of the artists, and so of the tracks. */
    private static final List<String> SPLITS = List.of("train", "train", "train", "valid", "test");

    private static final int TRACKS_PER_ARTIST = 2;
    private static final double ARTIST_SPREAD = 0.15;
    private static final int SHORTEST_SECONDS = 20;
    private static final int LONGEST_SECONDS = 24;

    private final SplittableRandom random;
    private final List<DemoTrack> tracks = new ArrayList<>();
    private final Set<String> titles = new HashSet<>();

    private Roster(long seed) {
        random = new SplittableRandom(seed);
    }

    /** All tracks, in the order of their ids. */
    static List<DemoTrack> tracks(long seed) {
        Roster roster = new Roster(seed);
        for (Style style : Style.values()) {
            List<String> artists = new ArrayList<>(Names.artists(style));
            Collections.shuffle(artists, new Random(roster.random.nextLong()));
            for (int i = 0; i < SPLITS.size(); i++) {
                roster.addArtist(artists.get(i), style, SPLITS.get(i));
            }
        }
        return List.copyOf(roster.tracks);
    }

    private void addArtist(String artist, Style style, String split) {
        Leaning leaning = Leaning.random(random);
        double popularity = 0.7 * random.nextGaussian();
        int year = 1994 + random.nextInt(30);
        String album = phrase();
        for (int i = 0; i < TRACKS_PER_ARTIST; i++) {
            Song song = Composer.compose(style, leaning.near(ARTIST_SPREAD, random), random.nextLong());
            tracks.add(new DemoTrack(
                    "synth-%03d".formatted(tracks.size() + 1),
                    artist,
                    title(song),
                    album,
                    year,
                    split,
                    song,
                    Duration.ofSeconds(random.nextInt(SHORTEST_SECONDS, LONGEST_SECONDS + 1)),
                    popularity + 0.4 * random.nextGaussian()));
        }
    }

    /** A title that no track has yet. */
    private String title(Song song) {
        String title;
        do {
            title = song.style() == Style.BAROQUE ? sonata(song) : phrase();
        } while (!titles.add(title));
        return title;
    }

    private String phrase() {
        return switch (random.nextInt(4)) {
            case 0 -> "The " + pick(Names.ADJECTIVES) + " " + pick(Names.NOUNS);
            case 1 -> pick(Names.NOUNS) + " " + pick(Names.PLACES);
            case 2 -> "The " + pick(Names.NOUNS) + " " + pick(Names.PLACES);
            default -> pick(Names.ADJECTIVES) + " " + pick(Names.NOUNS);
        };
    }

    private String sonata(Song song) {
        String form = song.beatsPerBar() == 3 ? "Minuet" : pick(List.of("Sonata", "Allemande", "Prelude", "Gavotte"));
        String mode = song.mode() == Mode.MAJOR ? "major" : "minor";
        return "%s No. %d in %s %s".formatted(form, 1 + random.nextInt(12), song.key(), mode);
    }

    private <T> T pick(List<T> options) {
        return options.get(random.nextInt(options.size()));
    }
}
