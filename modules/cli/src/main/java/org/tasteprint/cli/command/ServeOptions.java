package org.tasteprint.cli.command;

import java.util.Optional;
import java.util.Set;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.server.ServerSettings;
import picocli.CommandLine.Option;

/** Where to listen, and to whom. */
final class ServeOptions {
    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            paramLabel = "HOST",
            description = "Address to listen on; any but loopback needs API keys (default: ${DEFAULT-VALUE}).")
    private String host;

    @Option(names = "--port", defaultValue = "7070", paramLabel = "PORT", description = "Port to listen on, 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--require-key", description = "Ask for an API key on loopback too, as behind a proxy.")
    private boolean requireKey;

    @Option(
            names = "--rate-limit",
            defaultValue = "0",
            paramLabel = "N",
            description = "Requests a second that one key or address may make, twice that at once; 0 for any number (default: ${DEFAULT-VALUE}).")
    private int rateLimit;

    @Option(
            names = "--cors",
            split = ",",
            paramLabel = "ORIGIN",
            description = "Web pages that may read answers, as https://app.example, or * for all (default: none).")
    private Set<String> cors = Set.of();

    @Option(
            names = "--max-upload",
            defaultValue = "200",
            paramLabel = "MB",
            description = "Largest upload (default: ${DEFAULT-VALUE}).")
    private int maxUpload;

    @Option(
            names = "--analyses",
            defaultValue = "2",
            paramLabel = "N",
            description = "How many uploads are analysed at a time (default: ${DEFAULT-VALUE}).")
    private int analyses;

    @Option(
            names = "--log",
            paramLabel = "text|json",
            description = "Write a line for every request, and warnings, to standard error: for people, or a JSON object each (default: errors alone).")
    private Optional<LogLines.Form> log = Optional.empty();

    /** How the log is written, where it is to be. */
    Optional<LogLines.Form> log() {
        return log;
    }

    ServerSettings settings() {
        try {
            return new ServerSettings(host, port, requireKey, (long) maxUpload << 20, analyses, rateLimit, cors);
        } catch (IllegalArgumentException e) {
            throw new TasteprintException(
                    TasteprintException.Kind.INVALID_INPUT, "wrong setting of the server: " + e.getMessage(), e);
        }
    }
}
