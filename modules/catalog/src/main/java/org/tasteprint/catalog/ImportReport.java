package org.tasteprint.catalog;

import java.util.List;

/**
 * What an import did.
 *
 * @param tracks        rows of tracks
 * @param feedback      rows of feedback and of artist plays
 * @param rejected      what was left out, the first {@link #MOST_REJECTIONS} of them
 * @param rejectedInAll how many were left out in all
 */
public record ImportReport(TrackCounts tracks, FeedbackCounts feedback, List<Rejection> rejected, long rejectedInAll) {
    /** Rejections that a report lists; those beyond are counted only, so that a hopeless file does not fill the memory. */
    public static final int MOST_REJECTIONS = 10_000;

    public ImportReport {
        rejected = List.copyOf(rejected);
    }

    /**
     * @param added     not in the catalogue before
     * @param updated   known, with something changed
     * @param unchanged known as they are
     */
    public record TrackCounts(long added, long updated, long unchanged) {
        TrackCounts plus(TrackCounts other) {
            return new TrackCounts(added + other.added, updated + other.updated, unchanged + other.unchanged);
        }
    }

    /**
     * @param added     new, or a play count that changed
     * @param duplicate known as they are, or repeated within the file
     */
    public record FeedbackCounts(long added, long duplicate) {
        FeedbackCounts plus(FeedbackCounts other) {
            return new FeedbackCounts(added + other.added, duplicate + other.duplicate);
        }
    }
}
