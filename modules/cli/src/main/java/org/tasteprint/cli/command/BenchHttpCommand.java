package org.tasteprint.cli.command;

import java.net.URI;
import java.time.Duration;
import org.tasteprint.bench.HttpLoad;
import org.tasteprint.cli.app.BenchResult;
import org.tasteprint.cli.app.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "http",
        description = {
            "Asks a running server for similar tracks at a constant rate, whatever its answers take, and tells how long they took,",
            "each from the moment at which its request was due."
        },
        footer = {
            "",
            "Examples:",
            "  tasteprint --home /tmp/bench bench fixture --tracks 200000",
            "  tasteprint --home /tmp/bench serve &",
            "  tasteprint bench http --rate 500 --seconds 60",
            "  tasteprint bench http --rate 500 --seconds 60 --uploaders 10   while ten clients upload rubbish"
        })
final class BenchHttpCommand extends Action<BenchResult> {
    @Option(names = "--url", defaultValue = "http://127.0.0.1:7070/", paramLabel = "URL", description = "The server (default: ${DEFAULT-VALUE}).")
    private URI url;

    @Option(names = "--rate", defaultValue = "500", paramLabel = "N", description = "Requests a second (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(names = "--seconds", defaultValue = "60", paramLabel = "N", description = "How long (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--uploaders", defaultValue = "0", paramLabel = "N", description = "Clients that upload rubbish all the while (default: ${DEFAULT-VALUE}).")
    private int uploaders;

    @Option(names = "--key", defaultValue = "", paramLabel = "KEY", description = "API key, better given as TASTEPRINT_KEY.")
    private String key;

    @Override
    BenchResult run(Workspace workspace) {
        HttpLoad.Plan plan = new HttpLoad.Plan(
                Counts.atLeastOne(spec, "--rate", rate),
                Duration.ofSeconds(Counts.atLeastOne(spec, "--seconds", seconds)),
                Math.max(0, uploaders),
                key);
        return new BenchResult(new HttpLoad(url, plan).run());
    }

    @Override
    String text(BenchResult result) {
        return BenchCommand.table(result);
    }
}
