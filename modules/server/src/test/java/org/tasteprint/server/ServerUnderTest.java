package org.tasteprint.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.tasteprint.catalog.Catalog;
import org.tasteprint.catalog.Database;
import org.tasteprint.catalog.DatasetImport;
import org.tasteprint.catalog.FileTags;
import org.tasteprint.core.Progress;
import org.tasteprint.server.observe.AccessLog;

/** A real server on a real catalogue, started once for all tests that ask for a {@link Running}. */
final class ServerUnderTest implements ParameterResolver {
    /** Largest upload that the server under test takes. */
    static final long MAX_UPLOAD_BYTES = 2L << 20;

    /** Held, because the JDK forgets the levels of loggers that nobody holds. */
    private static final Logger REQUESTS = Logger.getLogger(AccessLog.NAME);

    static {
        REQUESTS.setLevel(Level.OFF);
    }

    /** What runs: the server, what is behind it, and a client that holds every answer against the contract. */
    record Running(Path home, Catalog catalog, SmallMusicService music, SmallWork work, HttpServer server, ContractClient client)
            implements AutoCloseable {
        static Running start(int port) throws IOException {
            Path home = Files.createTempDirectory("tasteprint-server-test-");
            Catalog catalog = Catalog.open(new Database.Embedded(home.resolve("database")));
            new DatasetImport(catalog, file -> new FileTags("", "", "", 0, ""))
                    .run(SampleMusic.write(home.resolve("music")), Progress.SILENT);
            SmallMusicService music = new SmallMusicService(catalog, home.resolve("spaces"));
            SmallWork work = new SmallWork(music);
            HttpServer server =
                    HttpServer.start(new ServerSettings("127.0.0.1", port).withMaxUploadBytes(MAX_UPLOAD_BYTES), catalog, music, work);
            return new Running(home, catalog, music, work, server, new ContractClient(server.uri()));
        }

        URI uri() {
            return server.uri();
        }

        @Override
        public void close() throws IOException {
            server.close();
            music.close();
            catalog.close();
            try (Stream<Path> paths = Files.walk(home)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(ServerUnderTest.class))
                .computeIfAbsent(Running.class, type -> {
                    try {
                        return Running.start(0);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }
}
