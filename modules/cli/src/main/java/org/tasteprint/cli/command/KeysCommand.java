package org.tasteprint.cli.command;

import java.util.List;
import org.tasteprint.catalog.ApiKey;
import org.tasteprint.catalog.ApiKeys;
import org.tasteprint.cli.app.KeysResult;
import org.tasteprint.cli.app.KeysResult.Listed;
import org.tasteprint.cli.app.Workspace;
import org.tasteprint.cli.terminal.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "keys",
        description = "The API keys of the HTTP server, which everybody needs who asks it from another machine.",
        subcommands = {KeysCommand.Create.class, KeysCommand.ListAll.class, KeysCommand.Revoke.class},
        footer = {
            "",
            "Clients send a key as 'Authorization: Bearer KEY'; ListenBrainz clients take it as their user token,",
            "OpenSubsonic clients as their API key.",
            "",
            "Examples:",
            "  tasteprint keys create laptop",
            "  tasteprint keys create phone --scope write --user ada   for a scrobbler: its listens are ada's",
            "  tasteprint keys list"
        })
final class KeysCommand extends CommandGroup {
    @Command(
            name = "create",
            description = "Makes a key and shows it, this once: only its hash is kept.",
            footer = {"", "Example:", "  tasteprint keys create phone --scope write --user ada"})
    static final class Create extends Action<KeysResult> {
        @Parameters(paramLabel = "NAME", description = "What the key is for.")
        private String name;

        @Option(
                names = "--scope",
                defaultValue = "read",
                paramLabel = "SCOPE",
                description = {
                    "read: ask; write: also add feedback and send listens; admin: also start and cancel jobs",
                    "(default: ${DEFAULT-VALUE})."
                })
        private ApiKey.Scope scope;

        @Option(names = "--user", defaultValue = "", paramLabel = "USER", description = "The listener whose listens arrive with this key.")
        private String user;

        @Override
        KeysResult run(Workspace workspace) {
            ApiKeys.Made made = workspace.catalog().keys().create(name, scope, user);
            return new KeysResult(List.of(Listed.of(made.key())), made.secret());
        }

        @Override
        String text(KeysResult result) {
            return "%s\nKeep it now: it is not shown again. Its id is %s.\n".formatted(result.secret(), result.keys().getFirst().id());
        }
    }

    @Command(name = "list", description = "Lists the keys, without what clients send.")
    static final class ListAll extends Action<KeysResult> {
        @Override
        KeysResult run(Workspace workspace) {
            return new KeysResult(workspace.catalog().keys().list().stream().map(Listed::of).toList(), "");
        }

        @Override
        String text(KeysResult result) {
            Table table = new Table("id", "name", "scope", "user", "made");
            result.keys().forEach(key -> table.row(key.id(), key.name(), key.scope(), key.user(), key.created()));
            return table.toString();
        }
    }

    @Command(
            name = "revoke",
            description = "Deletes a key; who uses it is turned away from then on.",
            footer = {"", "Example:", "  tasteprint keys revoke 3f9a01c2de"})
    static final class Revoke extends Action<KeysResult> {
        @Parameters(paramLabel = "ID", description = "Id of the key, as 'keys list' shows it.")
        private String id;

        @Override
        KeysResult run(Workspace workspace) {
            return new KeysResult(List.of(Listed.of(workspace.catalog().keys().revoke(id))), "");
        }

        @Override
        String text(KeysResult result) {
            return "Revoked the key %s.\n".formatted(result.keys().getFirst().name());
        }
    }
}
