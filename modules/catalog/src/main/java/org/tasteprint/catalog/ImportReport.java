package org.tasteprint.catalog;

import java.util.List;

/**
 * What an import did.
 *
 * @param tracks        rows of tracks
 * @param feedback      rows of feedback and of artist plays
 * @param matches       what the rows of feedback were of
 * @param ambiguous     songs of a log that several tracks of the catalogue may be, the first {@link #MOST_REJECTIONS} of them:
 *     their listens count for the artist
 * @param rejected      what was left out, the first {@link #MOST_REJECTIONS} of them
 * @param rejectedInAll how many were left out in all
 */
public record ImportReport(
        TrackCounts tracks,
        FeedbackCounts feedback,
        Matches matches,
        List<Ambiguity> ambiguous,
        List<Rejection> rejected,
        long rejectedInAll) {
    /** Rejections that a report lists; those beyond are counted only, so that a hopeless file does not fill the memory. */
    public static final int MOST_REJECTIONS = 10_000;

    public ImportReport {
        ambiguous = List.copyOf(ambiguous);
        rejected = List.copyOf(rejected);
    }

    /**
     * @param tracks  rows that are of tracks of the catalogue
     * @param artists rows that count for their artist, because the catalogue lacks the track or they name none
     */
    public record Matches(long tracks, long artists) {
        Matches plus(Matches other) {
            return new Matches(tracks + other.tracks, artists + other.artists);
        }
    }

    /**
     * @param artist   as the log spells it
     * @param title    as the log spells it
     * @param trackIds the tracks that bear the name
     */
    public record Ambiguity(String artist, String title, List<String> trackIds) {
        public Ambiguity {
            trackIds = List.copyOf(trackIds);
        }
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
