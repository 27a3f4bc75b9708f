package org.tasteprint.catalog.log;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.tasteprint.core.Feedback;
import org.tasteprint.core.Reaction;

/**
 * What a row of a log says. Text that the row lacks is empty.
 *
 * @param file     name of the file that it is from
 * @param line     its line there, from 1
 * @param user     the listener
 * @param track    id that a track of the catalogue may have
 * @param artist   name as the log spells it
 * @param title    of the song
 * @param ids      what others call the song: MusicBrainz, MessyBrainz, Million Song Dataset
 * @param reaction what the listener did
 * @param rating   the mark, in 0..5, of a {@link Reaction#RATING}, otherwise NaN
 * @param at       when, or {@link Feedback#UNDATED}
 * @param plays    how many listens the row stands for, at least 1
 * @param counted  whether the row is a count of all plays; undated rows that are not counts add up
 */
public record Listen(
        String file,
        long line,
        String user,
        String track,
        String artist,
        String title,
        List<String> ids,
        Reaction reaction,
        double rating,
        Instant at,
        int plays,
        boolean counted) {
    /** Most plays of one row: what PostgreSQL's integer holds. */
    public static final int MOST_PLAYS = Integer.MAX_VALUE;

    public Listen {
        requireNonNull(at, "at is null");
        requireNonNull(reaction, "reaction is null");
        if (user.isBlank()) {
            throw new BadRow("user_id is empty");
        }
    }

    /** One play of a song at a time. */
    static Listen played(String file, long line, String user, String artist, String title, Instant at) {
        return new Listen(file, line, user, "", artist, title, List.of(), Reaction.PLAY, Double.NaN, at, 1, false);
    }

    /** How often somebody played an artist, whatever the song. */
    static Listen artistPlays(String file, long line, String user, String artist, int plays) {
        if (artist.isBlank()) {
            throw new BadRow("artist is empty");
        }
        return new Listen(
                file, line, user, "", artist, "", List.of(), Reaction.PLAY, Double.NaN, Feedback.UNDATED, plays, true);
    }

    /** Whether it names neither a track nor a song, but an artist alone. */
    public boolean ofArtistAlone() {
        return track.isBlank() && title.isBlank() && ids.isEmpty();
    }

    /** Whether it is one of several undated rows that may be equal, and yet are as many events. */
    public boolean addsUp() {
        return at.equals(Feedback.UNDATED) && !counted;
    }
}
