package org.tasteprint.cli.command;

import java.util.List;
import org.tasteprint.cli.app.SimilarRequest;
import org.tasteprint.cli.app.SimilarResult;
import org.tasteprint.cli.app.Workspace;
import org.tasteprint.cli.terminal.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "similar",
        description = "Lists the tracks nearest to a track, or to several at once; a similarity of 1 is identical.",
        footer = {
            "",
            "Examples:",
            "  tasteprint similar 001",
            "  tasteprint similar 001 -k 20 --space musicnn-msd",
            "  tasteprint similar 001 002 --minus 003 --year 1990-1999 --max-per-artist 2",
            "  tasteprint similar 001 --genre jazz,blues --diversity 0.3 --exclude-played u0001"
        })
final class SimilarCommand extends Action<SimilarResult> {
    @Parameters(paramLabel = "TRACK", arity = "1..*", description = "Ids of tracks that the answer is to be like.")
    private List<String> tracks;

    @Option(names = "--minus", split = ",", paramLabel = "TRACK", description = "Ids of tracks that it is to be unlike.")
    private List<String> minus = List.of();

    @Option(names = "-k", defaultValue = "10", paramLabel = "N", description = "How many (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(names = "--space", defaultValue = "", paramLabel = "SPACE", description = "Where to look (default: taste, where there is one).")
    private String space;

    @Mixin
    private ChoiceOptions choice;

    @Option(names = "--exclude-same-artist", description = "Without the artists of the tracks themselves.")
    private boolean withoutSeedArtists;

    @Option(names = "--max-per-artist", defaultValue = "0", paramLabel = "N", description = "At most N of one artist (default: any number).")
    private int maxPerArtist;

    @Option(names = "--max-per-album", defaultValue = "0", paramLabel = "N", description = "At most N of one album (default: any number).")
    private int maxPerAlbum;

    @Option(
            names = "--distinct",
            arity = "0..1",
            defaultValue = "1",
            fallbackValue = "0.99",
            paramLabel = "S",
            description = "One only of tracks whose similarity is S and above (without S: ${FALLBACK-VALUE}).")
    private double duplicateFrom;

    @Option(
            names = "--diversity",
            defaultValue = "0",
            paramLabel = "D",
            description = "From 0, the nearest alone, to 1, each as unlike those above it as can be (default: ${DEFAULT-VALUE}).")
    private double diversity;

    @Option(names = "--fewer-hubs", description = "Let tracks step back that are similar to everything.")
    private boolean fewerHubs;

    @Override
    SimilarResult run(Workspace workspace) {
        return workspace.search().similar(new SimilarRequest(
                tracks,
                minus,
                Counts.atLeastOne(spec, "-k", count),
                space,
                choice.choice(),
                withoutSeedArtists,
                Counts.notNegative(spec, "--max-per-artist", maxPerArtist),
                Counts.notNegative(spec, "--max-per-album", maxPerAlbum),
                Counts.share(spec, "--distinct", duplicateFrom),
                Counts.share(spec, "--diversity", diversity),
                fewerHubs));
    }

    @Override
    String text(SimilarResult result) {
        return table("similarity", result.results());
    }

    static String table(String similarity, List<SimilarResult.Found> tracks) {
        Table table = new Table(similarity, "track", "artist", "title", "genre");
        tracks.forEach(found -> table.row(
                "%.3f".formatted(found.similarity()), found.trackId(), found.artist(), found.title(), found.genre()));
        return table.toString();
    }
}
