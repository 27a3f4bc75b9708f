package org.tasteprint.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tasteprint.cli.app.Settings;
import org.tasteprint.cli.app.Workspace;
import org.tasteprint.cli.demo.DemoResult;
import org.tasteprint.cli.demo.Tour;
import org.tasteprint.cli.terminal.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = "Everything in order: imports music and listens, extracts, trains, evaluates, indexes, prints the tables and serves the web client.",
        footer = {
            "",
            "Without --data it makes a small synthetic catalogue. A second run reuses what is done.",
            "",
            "Examples:",
            "  tasteprint demo",
            "  tasteprint demo --data ~/datasets/emotify --no-serve",
            "  tasteprint demo --data ~/Music"
        })
final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", description = "A dataset folder, or any folder of audio.")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--weights-from", paramLabel = "DIR-or-URL", description = "Where to take pretrained weights from, as in 'models pull --from'.")
    private Optional<String> weightsFrom = Optional.empty();

    @Option(names = "--no-serve", description = "Stop after the tables.")
    private boolean noServe;

    @Mixin
    private ServeOptions serveOptions;

    @Override
    public Integer call() throws InterruptedException {
        TasteprintCommand root = (TasteprintCommand) spec.root().userObject();
        Settings settings = data.isPresent() ? root.settings() : Tour.homeForSyntheticMusic(root.settings());
        try (Workspace workspace = new Workspace(settings)) {
            DemoResult result = new Tour(workspace).run(data, weightsFrom);
            System.out.print(root.json() ? "" : DemoText.of(result));
            if (!noServe) {
                ServeCommand.serve(workspace, serveOptions, address -> System.out.println(
                        root.json() ? Json.write(result.at(address)) : "Tasteprint is at " + address));
            } else if (root.json()) {
                System.out.println(Json.write(result));
            }
        }
        return 0;
    }
}
