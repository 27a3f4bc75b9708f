package org.tasteprint.cli.command;

import java.nio.file.Path;
import java.util.List;
import org.tasteprint.cli.app.RecommendResult;
import org.tasteprint.cli.app.SimilarRequest;
import org.tasteprint.cli.app.Workspace;
import org.tasteprint.cli.terminal.Table;
import org.tasteprint.index.query.Filter;
import org.tasteprint.server.music.ListenerChoice;
import org.tasteprint.taste.History;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "recommend",
        description = "Lists what a listener would like among the tracks that they have not met, and why. Nobody needs to be known: a history or a session will do, and nothing is trained.",
        footer = {
            "",
            "Examples:",
            "  tasteprint recommend u0001 -k 5",
            "  tasteprint recommend --history listens.csv    # any log that can be imported, of one listener",
            "  tasteprint recommend --session track1,track2,-track3"
        })
final class RecommendCommand extends Action<RecommendResult> {
    @ArgGroup(exclusive = true, multiplicity = "1")
    private Whose whose;

    @Option(names = "-k", defaultValue = "10", paramLabel = "N", description = "How many (default: ${DEFAULT-VALUE}).")
    private int count;

    /** Whose taste: exactly one of these. */
    static final class Whose {
        @Parameters(paramLabel = "USER", description = "Id of a listener.")
        private String user;

        @Option(names = "--history", paramLabel = "FILE", description = "The history of somebody, in a format that 'import listens' reads; it is not imported.")
        private Path history;

        @Option(names = "--session", split = ",", paramLabel = "TRACK[,-TRACK...]", description = "Tracks that somebody likes, and, after a minus, that they do not.")
        private List<String> session;
    }

    @Override
    RecommendResult run(Workspace workspace) {
        int most = Counts.atLeastOne(spec, "-k", count);
        if (whose.session != null) {
            List<String> liked = whose.session.stream().filter(id -> !id.startsWith("-")).toList();
            List<String> disliked =
                    whose.session.stream().filter(id -> id.startsWith("-")).map(id -> id.substring(1)).toList();
            return workspace.search().recommend(History.session(liked, disliked), most, new SimilarRequest.Choice(Filter.NONE, ListenerChoice.NOBODY));
        }
        return whose.history == null
                ? workspace.search().recommend(whose.user, most)
                : workspace.search().recommend(whose.history, most);
    }

    @Override
    String text(RecommendResult result) {
        Table table = new Table("score", "track", "artist", "title", "why");
        result.results().forEach(found -> table.row(
                "%.3f".formatted(found.score()), found.trackId(), found.artist(), found.title(), found.why()));
        return table.toString();
    }
}
