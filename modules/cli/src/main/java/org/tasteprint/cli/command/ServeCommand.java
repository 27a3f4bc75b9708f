package org.tasteprint.cli.command;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.tasteprint.cli.app.Workspace;
import org.tasteprint.cli.terminal.Json;
import org.tasteprint.server.HttpServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "serve",
        description = "Serves the HTTP API and the web client until it is stopped; prints one line with the address when ready.",
        footer = {
            "",
            "Examples:",
            "  tasteprint serve",
            "  tasteprint serve --port 8080 --log json",
            "  tasteprint keys create laptop && tasteprint serve --host 0.0.0.0 --rate-limit 50"
        })
final class ServeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ServeOptions options;

    @Override
    public Integer call() throws InterruptedException {
        TasteprintCommand root = (TasteprintCommand) spec.root().userObject();
        options.log().ifPresent(form -> Logging.ofServer(form, root.verbose()));
        try (Workspace workspace = new Workspace(root.settings())) {
            serve(workspace, options, address -> System.out.println(
                    root.json() ? Json.write(Map.of("url", address)) : "Tasteprint is at " + address));
        }
        return 0;
    }

    /**
     * Serves until the process is told to stop; then requests are finished and the workspace is closed.
     *
     * @param ready told the address when requests are answered
     */
    static void serve(Workspace workspace, ServeOptions options, Consumer<URI> ready) throws InterruptedException {
        try (HttpServer server = HttpServer.start(
                options.settings(), workspace.catalog(), workspace.musicService(), workspace.jobWork())) {
            // The hook below closes the database when the last request is finished.
            workspace.catalog().stayUntilClosed();
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                workspace.close();
                stopped.countDown();
            }, "stop"));
            ready.accept(server.uri());
            stopped.await();
        }
    }
}
