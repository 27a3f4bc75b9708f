package org.tasteprint.cli.command;

import org.tasteprint.server.ServerSettings;
import picocli.CommandLine.Option;

/** Where to listen. */
final class ServeOptions {
    @Option(names = "--host", defaultValue = "127.0.0.1", paramLabel = "HOST", description = "Address to listen on (default: ${DEFAULT-VALUE}).")
    private String host;

    @Option(names = "--port", defaultValue = "7070", paramLabel = "PORT", description = "Port to listen on, 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    ServerSettings settings() {
        return new ServerSettings(host, port);
    }
}
