package org.tasteprint.taste.listener;

import java.time.Duration;
import java.time.Instant;
import org.tasteprint.catalog.Interaction;
import org.tasteprint.core.Feedback;

/**
 * How much an item of a history says, and what: the logarithm of 1 + its plays, more for a like or a dislike, less for what was
 * long ago. Half of it never fades; the other half is halved with every half year between the last time and the listener's last
 * time with anything, so that who stopped listening is not forgotten.
 */
public final class EntryWeights {
    /** A like says as much as some six plays (log(1 + 6) ≈ 2). */
    private static final double LIKE_STRENGTH = 2;
    private static final double LASTING = 0.5;
    private static final Duration HALF_LIFE = Duration.ofDays(182);

    private EntryWeights() {}

    /** They skipped it at least as often as they played it, without liking it. */
    static boolean passedOver(Interaction what) {
        return what.skips() > 0 && what.skips() >= what.plays() && !what.liked();
    }

    /**
     * What a listener did with a track.
     *
     * @param latest when they last did anything, or {@link Feedback#UNDATED}
     */
    public static SparseRows.Entry ofTrack(int column, Interaction what, Instant latest) {
        double strength = Math.log1p(what.plays()) + (what.liked() || what.disliked() ? LIKE_STRENGTH : 0);
        float preference = what.disliked() ? -1 : passedOver(what) ? 0 : 1;
        double weight = Math.max(strength, Math.log(2)) * recency(what.last(), latest);
        return new SparseRows.Entry(column, preference, (float) weight);
    }

    /** How often a listener played an artist. */
    public static SparseRows.Entry ofArtist(int column, long plays) {
        return new SparseRows.Entry(column, 1, (float) Math.log1p(plays));
    }

    /** An attribute of the listener, which says as much as a single play. */
    public static SparseRows.Entry ofAttribute(int column) {
        return ofArtist(column, 1);
    }

    /** What is said of one item twice, as of an artist under two spellings: the stronger of both. */
    public static SparseRows.Entry stronger(SparseRows.Entry one, SparseRows.Entry other) {
        return one.confidence() >= other.confidence() ? one : other;
    }

    private static double recency(Instant last, Instant latest) {
        if (last.equals(Feedback.UNDATED) || !last.isBefore(latest)) {
            return 1;
        }
        double halvings = Duration.between(last, latest).toSeconds() / (double) HALF_LIFE.toSeconds();
        return LASTING + (1 - LASTING) * Math.pow(2, -halvings);
    }
}
