package org.tasteprint.cli.command;

import java.util.List;
import java.util.Optional;
import org.tasteprint.cli.app.ModelsResult;
import org.tasteprint.cli.app.Workspace;
import org.tasteprint.cli.terminal.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "models",
        description = "The pretrained networks: which there are, getting their weights, checking them.",
        subcommands = {ModelsCommand.ListAll.class, ModelsCommand.Pull.class, ModelsCommand.Verify.class})
final class ModelsCommand extends CommandGroup {
    @Command(name = "list", description = "Lists the networks of models/registry.json and whether their weights are here.")
    static final class ListAll extends Action<ModelsResult> {
        @Override
        ModelsResult run(Workspace workspace) {
            return workspace.pretrained().list();
        }

        @Override
        String text(ModelsResult result) {
            return table(result);
        }
    }

    @Command(
            name = "pull",
            description = {
                "Downloads weights, or takes them from a folder or another address; a file whose SHA-256 is wrong is refused.",
                "Weights without a published SHA-256 (musicnn-msd-big) come only when they are named."
            },
            footer = {
                "",
                "Examples:",
                "  tasteprint models pull",
                "  tasteprint models pull musicnn-msd --from ~/Downloads",
                "  tasteprint models pull musicnn-msd-big --from ~/musicnn/musicnn/MSD_musicnn_big",
                "  tasteprint models pull --from https://mirror.example/weights"
            })
    static final class Pull extends Action<ModelsResult> {
        @Parameters(paramLabel = "NAME", arity = "0..*", description = "Networks (default: all, or those of them that the folder holds).")
        private List<String> names = List.of();

        @Option(names = "--from", paramLabel = "DIR-or-URL", description = "A folder or base address that holds the files.")
        private Optional<String> from = Optional.empty();

        @Override
        ModelsResult run(Workspace workspace) {
            return workspace.pretrained().pull(names, from);
        }

        @Override
        String text(ModelsResult result) {
            return table(result);
        }
    }

    @Command(name = "verify", description = "Checks every weights file that is here: its SHA-256, or where none is known, that its network loads.")
    static final class Verify extends Action<ModelsResult> {
        @Override
        ModelsResult run(Workspace workspace) {
            return workspace.pretrained().verify();
        }

        @Override
        String text(ModelsResult result) {
            return table(result);
        }

        @Override
        int exitCode(ModelsResult result) {
            return result.models().stream().anyMatch(model -> model.state().equals("damaged")) ? 1 : 0;
        }
    }

    private static String table(ModelsResult result) {
        Table table = new Table("model", "weights", "licence", "what it is");
        result.models().forEach(model -> table.row(model.name(), model.state(), model.licence(), model.description()));
        return table.toString();
    }
}
