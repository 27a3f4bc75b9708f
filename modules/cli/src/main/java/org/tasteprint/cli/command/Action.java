package org.tasteprint.cli.command;

import java.util.concurrent.Callable;
import org.tasteprint.cli.app.Settings;
import org.tasteprint.cli.app.Workspace;
import org.tasteprint.cli.terminal.Json;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * A command that does something: it works in a workspace, answers a record, and the record is printed as JSON or as text.
 *
 * @param <R> what it answers; its components are the JSON that DESIGN promises
 */
abstract class Action<R> implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    /** Does the work. */
    abstract R run(Workspace workspace);

    /** The answer as a person reads it, ending with a line break where it is not empty. */
    abstract String text(R answer);

    /** The exit code that goes with an answer. */
    int exitCode(R answer) {
        return 0;
    }

    @Override
    public final Integer call() {
        try (Workspace workspace = new Workspace(settings())) {
            R answer = run(workspace);
            System.out.print(root().json() ? Json.write(answer) + "\n" : text(answer));
            return exitCode(answer);
        }
    }

    final Settings settings() {
        return root().settings();
    }

    final TasteprintCommand root() {
        return (TasteprintCommand) spec.root().userObject();
    }
}
