package org.tasteprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tasteprint.cli.command.TasteprintCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs commands as a script would: exit code, standard output and standard error, in a home of its own. */
final class Shell {
    private final Path home;

    /** What a command left behind. */
    record Outcome(int exitCode, String out, String err) {
        /** The one JSON object on standard output. */
        JsonNode json() {
            assertThat(exitCode).as(err).isZero();
            return JsonMapper.shared().readTree(out);
        }
    }

    Shell(Path home) {
        this.home = home;
    }

    Path home() {
        return home;
    }

    /** Runs a command with {@code --json} and returns what it answered. */
    JsonNode json(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--json"));
        all.addAll(List.of(arguments));
        return run(all.toArray(String[]::new)).json();
    }

    Outcome run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--home", home.toString()));
        all.addAll(List.of(arguments));
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
        try {
            int exitCode = TasteprintCommand.execute(all.toArray(String[]::new));
            return new Outcome(
                    exitCode, printed.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
