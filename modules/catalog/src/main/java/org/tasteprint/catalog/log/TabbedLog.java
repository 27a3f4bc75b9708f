package org.tasteprint.catalog.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tasteprint.core.Feedback;
import org.tasteprint.core.Reaction;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/** Published collections: a row a line, fields between tabs, no quotes and mostly no names of columns. */
final class TabbedLog {
    private static final String HETREC_PLAYS = "user_artists.dat";
    private static final String HETREC_ARTISTS = "artists.dat";
    private static final String MSD_SONGS = "unique_tracks.txt";
    private static final Pattern COUNT = Pattern.compile("\\d{1,18}");

    private TabbedLog() {}

    /** Takes the fields of a line. */
    @FunctionalInterface
    private interface Row {
        void take(String[] fields, long line);
    }

    /** {@code user_000639 \t 2009-04-08T01:57:47Z \t MBID \t The Dogs D'Amour \t MBID \t Fall in Love Again?}. */
    static void lastfm1k(Path file, ListenSink sink) {
        String name = file.getFileName().toString();
        read(file, "\t", 6, sink, (fields, line) -> {
            if (fields[3].isBlank()) {
                throw new BadRow("artist is empty");
            }
            sink.take(Listen.played(name, line, fields[0], fields[3], fields[5], EventTime.parse(fields[1])));
        });
    }

    /** {@code SHA-1 of the user \t MBID \t artist \t plays}. */
    static void lastfm360k(Path file, ListenSink sink) {
        String name = file.getFileName().toString();
        read(file, "\t", 4, sink, (fields, line) ->
                sink.take(Listen.artistPlays(name, line, fields[0], fields[2], plays(fields[3]))));
    }

    /** {@code userID \t artistID \t weight}, and in {@code artists.dat} beside it {@code id \t name \t …}; both named in line 1. */
    static void hetrec(Path fileOrFolder, ListenSink sink) {
        Path plays = fileOrFolder.toFile().isDirectory() ? fileOrFolder.resolve(HETREC_PLAYS) : fileOrFolder;
        Path names = plays.resolveSibling(HETREC_ARTISTS);
        if (!names.toFile().exists() || !plays.toFile().exists()) {
            throw new TasteprintException(
                    Kind.NOT_FOUND,
                    "there is no %s: HetRec's %s and %s belong together"
                            .formatted(plays.toFile().exists() ? names : plays, HETREC_PLAYS, HETREC_ARTISTS));
        }
        Map<String, String> artists = new HashMap<>();
        read(names, "\t", 2, sink, (fields, line) -> artists.put(fields[0], fields[1]));
        String file = plays.getFileName().toString();
        read(plays, "\t", 3, sink, (fields, line) -> {
            if (line == 1 && !COUNT.matcher(fields[0]).matches()) {
                return; // the names of the columns, which not every copy has
            }
            String artist = artists.get(fields[1]);
            if (artist == null) {
                throw new BadRow("artist %s is not in %s".formatted(fields[1], HETREC_ARTISTS));
            }
            sink.take(Listen.artistPlays(file, line, fields[0], artist, plays(fields[2])));
        });
    }

    /**
     * {@code user \t song \t plays}. Songs are ids; what they are called stands in {@code unique_tracks.txt}, which is read where it
     * lies beside: {@code track<SEP>song<SEP>artist<SEP>title}.
     */
    static void msd(Path file, ListenSink sink) {
        Path songs = file.resolveSibling(MSD_SONGS);
        if (songs.toFile().exists()) {
            read(songs, "<SEP>", 4, sink, (fields, line) -> sink.name(fields[1], fields[2], fields[3]));
        }
        String name = file.getFileName().toString();
        read(file, "\t", 3, sink, (fields, line) -> sink.take(new Listen(
                name, line, fields[0], fields[1], "", "", List.of(fields[1]), Reaction.PLAY, Double.NaN,
                Feedback.UNDATED, plays(fields[2]), true)));
    }

    private static void read(Path file, String separator, int columns, ListenSink sink, Row row) {
        String name = file.getFileName().toString();
        try (InputStream in = LogFile.open(file)) {
            Lines lines = new Lines(in);
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                try {
                    String[] fields = Lines.text(line).split(separator, -1);
                    if (fields.length < columns) {
                        throw new BadRow("%d field%s instead of %d".formatted(fields.length, fields.length == 1 ? "" : "s", columns));
                    }
                    row.take(fields, lines.number());
                } catch (BadRow e) {
                    sink.reject(name, lines.number(), e.getMessage());
                }
            }
        } catch (IOException e) {
            throw LogFile.failure(file, e);
        }
    }

    /** A number of plays, at least 1. */
    static int plays(String text) {
        String digits = text.strip();
        if (!COUNT.matcher(digits).matches()) {
            throw new BadRow("plays '%s' is not a whole number".formatted(text));
        }
        long plays = Long.parseLong(digits);
        if (plays < 1) {
            throw new BadRow("plays is 0, but must be at least 1");
        }
        return (int) Math.min(plays, Listen.MOST_PLAYS);
    }
}
