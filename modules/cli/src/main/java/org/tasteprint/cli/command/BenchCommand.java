package org.tasteprint.cli.command;

import java.util.List;
import org.tasteprint.bench.Figure;
import org.tasteprint.cli.app.BenchResult;
import org.tasteprint.cli.app.Workspace;
import org.tasteprint.cli.terminal.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "bench",
        description = "Measures what this machine does, so that you can size yours.",
        footer = {"", "Examples:", "  tasteprint bench", "  tasteprint bench musicnn --seconds 30"})
final class BenchCommand extends Action<BenchResult> {
    @Parameters(paramLabel = "NAME", arity = "0..*", split = ",", description = "musicnn, logmel (default: both).")
    private List<BenchResult.Benchmark> names = List.of(BenchResult.Benchmark.values());

    @Option(names = "--seconds", defaultValue = "10", paramLabel = "N", description = "How long to measure each (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Override
    BenchResult run(Workspace workspace) {
        return workspace.pretrained().bench(names, Counts.atLeastOne(spec, "--seconds", seconds));
    }

    @Override
    String text(BenchResult result) {
        Table table = new Table("benchmark", "value", "unit", "threads");
        for (Figure figure : result.results()) {
            table.row(figure.name(), "%.1f".formatted(figure.value()), figure.unit(), figure.threads());
        }
        return table.toString();
    }
}
