package org.tasteprint.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tasteprint.catalog.ImportReport.FeedbackCounts;
import org.tasteprint.catalog.ImportReport.TrackCounts;

/** Counts up what an import does. */
final class Tally {
    private final Map<String, List<Rejection>> rejectedByFile = new LinkedHashMap<>();
    private TrackCounts tracks = new TrackCounts(0, 0, 0);
    private FeedbackCounts feedback = new FeedbackCounts(0, 0);
    private int listed;
    private long rejected;

    void reject(String file, long line, String reason) {
        rejected++;
        if (listed < ImportReport.MOST_REJECTIONS) {
            listed++;
            rejectedByFile.computeIfAbsent(file, name -> new ArrayList<>()).add(new Rejection(file, line, reason));
        }
    }

    void add(TrackCounts counts) {
        tracks = tracks.plus(counts);
    }

    void add(FeedbackCounts counts) {
        feedback = feedback.plus(counts);
    }

    /** Rejections are in the order in which files were read, and by line within one. */
    ImportReport report() {
        List<Rejection> inOrder = rejectedByFile.values().stream()
                .flatMap(list -> list.stream().sorted(Comparator.comparingLong(Rejection::line)))
                .toList();
        return new ImportReport(tracks, feedback, inOrder, rejected);
    }
}
