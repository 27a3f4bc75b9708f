package org.tasteprint.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands an empty catalogue to every test: one real server for all tests of the run. */
final class CatalogExtension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Catalog.class;
    }

    @Override
    public Catalog resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Catalog catalog = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(CatalogExtension.class))
                .computeIfAbsent(Server.class, key -> Server.start(), Server.class)
                .catalog();
        catalog.transaction(handle -> handle.execute("TRUNCATE tracks, users, artists, songs, song_ids, feedback, song_feedback, artist_plays, imports"));
        return catalog;
    }

    /** The server of the run, stopped when the run ends. */
    private record Server(Path folder, Catalog catalog) implements AutoCloseable {
        static Server start() {
            try {
                Path folder = Files.createTempDirectory("catalog");
                return new Server(folder, Catalog.open(new Database.Embedded(folder)));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws IOException {
            catalog.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
