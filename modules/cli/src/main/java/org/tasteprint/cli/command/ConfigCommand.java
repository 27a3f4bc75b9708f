package org.tasteprint.cli.command;

import java.util.List;
import org.tasteprint.cli.app.ConfigResult;
import org.tasteprint.cli.app.ConfigResult.Setting;
import org.tasteprint.cli.app.Workspace;
import org.tasteprint.cli.terminal.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "config",
        description = {
            "Lists every setting: its flag, environment variable and name in HOME/tasteprint.properties, what it is and where that comes",
            "from. A flag goes before the environment, and that before the file. TASTEPRINT_…_FILE names a file that holds the value, as",
            "for secrets. Passwords and keys are not shown."
        },
        footer = {
            "",
            "Examples:",
            "  tasteprint config",
            "  tasteprint config serve              what the server can be told",
            "  TASTEPRINT_PORT=8080 tasteprint config serve"
        })
final class ConfigCommand extends Action<ConfigResult> {
    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "Only settings of these commands (default: all).")
    private List<String> commands = List.of();

    @Override
    ConfigResult run(Workspace workspace) {
        return SettingsTable.of(spec.root(), root().configured(), commands);
    }

    @Override
    String text(ConfigResult result) {
        Table table = new Table("file", "flag", "environment", "default", "value", "from", "commands");
        for (Setting setting : result.settings()) {
            table.row(
                    setting.name(),
                    setting.flag(),
                    setting.environment(),
                    setting.defaultValue(),
                    setting.value(),
                    setting.source(),
                    String.join(", ", setting.commands()));
        }
        return "Settings of %s, the environment and flags:%n%n%s".formatted(result.file(), table);
    }
}
