package org.tasteprint.cli.app;

import java.util.List;
import java.util.stream.Stream;
import org.tasteprint.catalog.ImportReport;
import org.tasteprint.catalog.ImportReport.Ambiguity;
import org.tasteprint.catalog.ImportReport.FeedbackCounts;
import org.tasteprint.catalog.ImportReport.Matches;
import org.tasteprint.catalog.ImportReport.TrackCounts;
import org.tasteprint.catalog.Rejection;
import org.tasteprint.features.ImportedFeature;

/** What an import did: the catalogue's part, and the features that came with it. */
public record ImportResult(
        TrackCounts tracks,
        FeedbackCounts feedback,
        Matches matches,
        List<ImportedFeature> features,
        List<Ambiguity> ambiguous,
        List<Rejection> rejected,
        long rejectedInAll) {
    static ImportResult of(ImportReport report, List<ImportedFeature> features) {
        List<Rejection> rejected = Stream.concat(
                        report.rejected().stream(), features.stream().flatMap(feature -> feature.rejected().stream()))
                .toList();
        long inAll = report.rejectedInAll() + rejected.size() - report.rejected().size();
        return new ImportResult(
                report.tracks(), report.feedback(), report.matches(), features, report.ambiguous(), rejected, inAll);
    }
}
