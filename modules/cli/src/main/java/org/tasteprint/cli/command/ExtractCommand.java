package org.tasteprint.cli.command;

import java.util.List;
import org.tasteprint.cli.app.Workspace;
import org.tasteprint.features.ExtractionReport;
import org.tasteprint.features.Hop;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "extract",
        description = "Computes features of every track that has audio. What is done already is skipped; an interrupted run goes on.",
        footer = {"", "Examples:", "  tasteprint extract", "  tasteprint extract --features musicnn-msd,musicnn-msd-taggram --hop 1s", "  tasteprint extract --features mel128,averaged"})
final class ExtractCommand extends Action<ExtractionReport> {
    @Option(
            names = "--features",
            split = ",",
            paramLabel = "NAME",
            description = "logmel, logmel-stats; musicnn-msd, musicnn-mtt, musicnn-msd-big, musicnn-rendered, each also with -mean, "
                    + "-penultimate or -taggram; vgg-msd, vgg-mtt, choi160, choi-cnn, choi-crnn, each also with -taggram; "
                    + "librosa's mel128, mfcc, mfcc-delta, mfcc-delta2, chroma-cens, chroma-cqt, chroma-stft, tonnetz, tempogram, and averaged, the means of those nine "
                    + "(default: both published musicnn networks where their weights are there, else musicnn-rendered and logmel-stats).")
    private List<String> features = List.of();

    @Option(
            names = "--hop",
            defaultValue = "3s",
            converter = HopConverter.class,
            paramLabel = "1s|3s",
            description = "How far the 3-second window moves (default: ${DEFAULT-VALUE}).")
    private Hop hop;

    @Override
    ExtractionReport run(Workspace workspace) {
        return workspace.catalogueWork().extract(features, hop);
    }

    @Override
    String text(ExtractionReport report) {
        StringBuilder text = new StringBuilder("Extracted %,d tracks, %,d were there already, %,d failed, %.1f s.%n"
                .formatted(report.extracted(), report.cached(), report.failed().size(), report.seconds()));
        report.failed().forEach(failure -> text.append("  %s: %s%n".formatted(failure.trackId(), failure.reason())));
        report.flawed().forEach(flaw -> text.append("  note on %s: %s%n".formatted(flaw.trackId(), flaw.reason())));
        return text.toString();
    }
}
