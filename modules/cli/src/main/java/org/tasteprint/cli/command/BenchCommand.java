package org.tasteprint.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tasteprint.bench.Figure;
import org.tasteprint.bench.NearestNeighbours;
import org.tasteprint.cli.app.AnnRequest;
import org.tasteprint.cli.app.BenchResult;
import org.tasteprint.cli.app.Workspace;
import org.tasteprint.cli.terminal.Table;
import org.tasteprint.index.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "bench",
        subcommands = {BenchHttpCommand.class, BenchFixtureCommand.class, BenchListensCommand.class},
        description = "Measures what this machine does, so that you can size yours.",
        footer = {
            "",
            "Examples:",
            "  tasteprint bench",
            "  tasteprint bench musicnn --seconds 30",
            "  tasteprint bench ann --vectors tracks.npy --queries queries.npy",
            "  tasteprint bench svm --data gtzan    support vector machines over its tags, five folds by artist",
            "  tasteprint bench ann --made 1000000 --precision int8",
            "  tasteprint bench siamese             a training step of the audio tower",
            "  tasteprint bench users --interactions 10000000   an epoch of the user network",
            "  tasteprint bench --jmh               all JMH benchmarks: some minutes",
            "  tasteprint bench http --rate 500     a running server under load",
            "  tasteprint bench --jmh Librosa       those whose name matches"
        })
final class BenchCommand extends Action<BenchResult> {
    @Parameters(paramLabel = "NAME", arity = "0..*", split = ",", description = "musicnn, logmel, features, ann, svm, siamese, users (default: all).")
    private List<BenchResult.Benchmark> names = List.of(BenchResult.Benchmark.values());

    @Option(names = "--seconds", defaultValue = "10", paramLabel = "N", description = "How long to measure each (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--vectors", paramLabel = "FILE", description = "ann: a .npy file of float32 to search among (default: made ones).")
    private Optional<Path> vectors = Optional.empty();

    @Option(names = "--queries", paramLabel = "FILE", description = "ann: a .npy file of float32 to ask for (default: made ones).")
    private Optional<Path> queries = Optional.empty();

    @Option(names = "--made", defaultValue = "20000", paramLabel = "N", description = "ann: how many vectors of 128 dimensions are made (default: ${DEFAULT-VALUE}).")
    private int made;

    @Option(names = "--save", paramLabel = "DIR", description = "ann: keep the made vectors there as vectors.npy and queries.npy.")
    private Optional<Path> save = Optional.empty();

    @Option(names = "--precision", defaultValue = "float32", paramLabel = "P", description = "ann: float32 or int8 (default: ${DEFAULT-VALUE}).")
    private Precision precision;

    @Option(names = "--data", paramLabel = "DIR", description = "svm: a dataset folder with the feature musicnn-msd-taggram to learn from (default: made rows).")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--interactions", defaultValue = "200000", paramLabel = "N", description = "users: how many to train on (default: ${DEFAULT-VALUE}).")
    private int interactions;

    @Option(
            names = "--jmh",
            arity = "0..1",
            fallbackValue = ".",
            paramLabel = "REGEX",
            description = "Run the JMH benchmarks whose names match instead: slower, and exact enough to compare versions by.")
    private String jmh = "";

    @Override
    BenchResult run(Workspace workspace) {
        if (!jmh.isEmpty()) {
            return workspace.pretrained().microBenchmarks(jmh);
        }
        return workspace.pretrained().bench(
                names,
                Counts.atLeastOne(spec, "--seconds", seconds),
                new AnnRequest(new NearestNeighbours.Among(vectors, queries, Counts.atLeastOne(spec, "--made", made), save), precision),
                data,
                Counts.atLeastOne(spec, "--interactions", interactions));
    }

    @Override
    String text(BenchResult result) {
        return table(result);
    }

    static String table(BenchResult result) {
        Table table = new Table("benchmark", "value", "unit", "threads");
        for (Figure figure : result.results()) {
            table.row(
                    figure.name(),
                    (figure.unit().equals("share") ? "%.4f" : "%.1f").formatted(figure.value()),
                    figure.unit(),
                    figure.threads());
        }
        return table.toString();
    }
}
