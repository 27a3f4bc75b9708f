package org.tasteprint.catalog;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.OptionalDouble;
import org.tasteprint.core.Feedback;

/**
 * All that one listener did with one track.
 *
 * @param userId   the listener
 * @param trackId  the track
 * @param plays    how often they played it
 * @param likes    how often they said that they like it
 * @param dislikes how often they said that they do not
 * @param skips    how often they stopped it before its end
 * @param rating   the latest mark they gave, in 0..5
 * @param last     when they last did any of it, or {@link Feedback#UNDATED}
 */
public record Interaction(
        String userId,
        String trackId,
        int plays,
        int likes,
        int dislikes,
        int skips,
        OptionalDouble rating,
        Instant last) {
    private static final double LIKED_FROM = 4;
    private static final double DISLIKED_TO = 2;

    public Interaction {
        requireNonNull(userId, "userId is null");
        requireNonNull(trackId, "trackId is null");
        requireNonNull(rating, "rating is null");
        requireNonNull(last, "last is null");
    }

    /** They said so more often than the contrary; a rating of 4 or more counts as one like. */
    public boolean liked() {
        return favour() > 0;
    }

    /** They said so more often than the contrary; a rating of 2 or less counts as one dislike. */
    public boolean disliked() {
        return favour() < 0;
    }

    private int favour() {
        int ofRating = rating.isEmpty() ? 0 : rating.getAsDouble() >= LIKED_FROM ? 1 : rating.getAsDouble() <= DISLIKED_TO ? -1 : 0;
        return likes - dislikes + ofRating;
    }
}
