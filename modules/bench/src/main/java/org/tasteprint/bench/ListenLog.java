package org.tasteprint.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * Writes an invented log in the format of Last.fm-1K (Celma 2010), in its proportions: some 10 000 dated listens a listener, a
 * long tail of songs, of which everybody plays some hundreds again and again. The same numbers give the same file.
 */
public final class ListenLog {
    private static final int LISTENS_A_LISTENER = 10_000;
    private static final int SONGS_A_LISTENER = 1_500;
    private static final int SONGS_AN_ARTIST = 9;
    private static final Instant END = Instant.parse("2009-06-19T00:00:00Z");
    private static final String[] WORDS = {
        "blue", "river", "night", "golden", "the", "stone", "love", "city", "hôtel", "dream", "fire", "north", "café", "ghost", "season", "lady"
    };

    private ListenLog() {}

    /**
     * Writes a log.
     *
     * @param rows  listens, at least 1
     * @param songs that there are
     */
    public static void write(Path file, long rows, int songs) {
        SplittableRandom random = new SplittableRandom(11);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (long written = 0, listener = 1; written < rows; listener++) {
                int[] own = random.ints(SONGS_A_LISTENER, 0, songs).map(any -> popular(random, songs)).toArray();
                long at = END.getEpochSecond() - random.nextInt(86_400);
                for (int i = 0; i < LISTENS_A_LISTENER && written < rows; i++, written++) {
                    at -= 120 + random.nextInt(3_000);
                    int song = random.nextInt(8) == 0 ? popular(random, songs) : own[popular(random, SONGS_A_LISTENER)];
                    out.write("user_%06d".formatted(listener));
                    out.write('\t');
                    out.write(Instant.ofEpochSecond(at).toString());
                    out.write("\t\t");
                    out.write(name(song / SONGS_AN_ARTIST, 17));
                    out.write("\t\t");
                    out.write(name(song, 31));
                    out.write('\n');
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** A number below {@code count}, the small ones far more often: of a million, a tenth of the draws fall on the first ten. */
    private static int popular(SplittableRandom random, int count) {
        return (int) Math.min(count - 1, Math.pow(count, Math.pow(random.nextDouble(), 0.6)) - 1);
    }

    private static String name(int number, int salt) {
        int mixed = number * salt;
        return WORDS[mixed & 15] + " " + WORDS[mixed >>> 4 & 15] + " " + number;
    }
}
