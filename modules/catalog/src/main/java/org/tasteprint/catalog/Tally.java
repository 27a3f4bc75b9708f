package org.tasteprint.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tasteprint.catalog.ImportReport.FeedbackCounts;
import org.tasteprint.catalog.ImportReport.TrackCounts;

/** Counts up what an import does. Safe for use by several threads. */
final class Tally {
    private final Map<String, List<Rejection>> rejectedByFile = new LinkedHashMap<>();
    private TrackCounts tracks = new TrackCounts(0, 0, 0);
    private FeedbackCounts feedback = new FeedbackCounts(0, 0);
    private ImportReport.Matches matches = new ImportReport.Matches(0, 0);
    private final Map<String, ImportReport.Ambiguity> ambiguous = new TreeMap<>();
    private int listed;
    private long rejected;

    synchronized void reject(String file, long line, String reason) {
        rejected++;
        if (listed < ImportReport.MOST_REJECTIONS) {
            listed++;
            rejectedByFile.computeIfAbsent(file, name -> new ArrayList<>()).add(new Rejection(file, line, reason));
        }
    }

    synchronized void add(TrackCounts counts) {
        tracks = tracks.plus(counts);
    }

    synchronized void add(FeedbackCounts counts) {
        feedback = feedback.plus(counts);
    }

    synchronized void add(ImportReport.Matches counts) {
        matches = matches.plus(counts);
    }

    /** @param trackIds the tracks that bear the name */
    synchronized void ambiguous(String artist, String title, List<String> trackIds) {
        if (ambiguous.size() < ImportReport.MOST_REJECTIONS) {
            ambiguous.putIfAbsent(artist + '\n' + title, new ImportReport.Ambiguity(artist, title, trackIds));
        }
    }

    /** Rejections are in the order in which files were read, and by line within one. */
    synchronized ImportReport report() {
        List<Rejection> inOrder = rejectedByFile.values().stream()
                .flatMap(list -> list.stream().sorted(Comparator.comparingLong(Rejection::line)))
                .toList();
        return new ImportReport(tracks, feedback, matches, List.copyOf(ambiguous.values()), inOrder, rejected);
    }
}
