package org.tasteprint.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tasteprint.cli.app.Settings;
import org.tasteprint.cli.terminal.Json;
import org.tasteprint.cli.terminal.TerminalProgress;
import org.tasteprint.core.Software;
import org.tasteprint.core.TasteprintException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program itself: global options, and where errors become messages and exit codes. */
@Command(
        name = "tasteprint",
        versionProvider = TasteprintCommand.Version.class,
        header = "Learns music embeddings from what people listen to and from the sound itself.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            ImportCommand.class,
            ExtractCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            IndexCommand.class,
            SpacesCommand.class,
            SimilarCommand.class,
            PathCommand.class,
            MapCommand.class,
            RecommendCommand.class,
            ClassifyCommand.class,
            TagsCommand.class,
            PlotCommand.class,
            ReproduceCommand.class,
            ExportCommand.class,
            ServeCommand.class,
            KeysCommand.class,
            ModelsCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            ConfigCommand.class,
            BenchCommand.class,
            DoctorCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tasteprint demo                      everything, on music made for the purpose",
            "  tasteprint import ~/Music            read a folder of audio",
            "  tasteprint extract                   compute the features of every track",
            "  tasteprint index && tasteprint serve find similar tracks in the browser",
            "",
            "Every option can also be set by an environment variable (TASTEPRINT_PORT for --port) or in",
            "HOME/tasteprint.properties (port=…); flags come first, then the environment, then the file.",
            "'tasteprint config' lists all of them."
        })
public final class TasteprintCommand implements Runnable {
    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Tasteprint " + Software.version()};
        }
    }

    @Option(
            names = "--home",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "Where database, features, models and spaces are kept (default: ~/.tasteprint).")
    private Path home = Path.of(System.getProperty("user.home"), ".tasteprint");

    @Option(
            names = "--database",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description = "A PostgreSQL to use instead of the embedded one: jdbc:postgresql://host/name?user=…")
    private String database = "";

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Print exactly one JSON object on standard output.")
    private boolean json;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Show the details of errors and what the libraries log.")
    private boolean verbose;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private ConfiguredDefaults configured;

    /** Runs a command line and returns its exit code. */
    public static int execute(String... arguments) {
        TasteprintCommand root = new TasteprintCommand();
        CommandLine commandLine = new CommandLine(root);
        withHelp(commandLine);
        try {
            root.configured = ConfiguredDefaults.of(arguments, System.getenv());
            root.configured.requireKnown(SettingsTable.names(commandLine.getCommandSpec()));
        } catch (TasteprintException e) {
            root.json = List.of(arguments).contains("--json");
            return root.report(e);
        }
        return commandLine
                .setUsageHelpWidth(110)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setDefaultValueProvider(root.configured)
                .setExecutionStrategy(parsed -> {
                    Logging.configure(root.verbose);
                    return new CommandLine.RunLast().execute(parsed);
                })
                .setExecutionExceptionHandler((exception, failed, parsed) -> root.report(exception))
                .execute(arguments);
    }

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    /** Every command answers {@code --help} and {@code --version}. */
    private static void withHelp(CommandLine commandLine) {
        commandLine.getCommandSpec().mixinStandardHelpOptions(true);
        commandLine.getSubcommands().values().forEach(TasteprintCommand::withHelp);
    }

    boolean json() {
        return json;
    }

    boolean verbose() {
        return verbose;
    }

    ConfiguredDefaults configured() {
        return configured;
    }

    Settings settings() {
        return new Settings(
                home.toAbsolutePath().normalize(),
                Optional.of(database).filter(url -> !url.isBlank()),
                Path.of(System.getProperty("tasteprint.root", ".")).resolve("models"),
                new TerminalProgress(System.err, Boolean.getBoolean("tasteprint.terminal")));
    }

    private int report(Exception exception) {
        String message = exception instanceof TasteprintException
                ? exception.getMessage()
                : "unexpected error: %s; run again with -v for the details".formatted(exception);
        if (json) {
            System.out.println(Json.write(Map.of("error", message)));
        }
        System.err.println("tasteprint: " + message);
        if (verbose) {
            exception.printStackTrace();
        }
        return 1;
    }
}
