package org.tasteprint.catalog.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of a ListenBrainz export, a zip or its folder: {@code user.json}, {@code listens/2024/1.jsonl}, {@code feedback.jsonl};
 * or a single file of it.
 */
final class ListenBrainzExport {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String USER = "user.json";
    private static final int FOLDERS_UP = 3;

    private ListenBrainzExport() {}

    /** @param user whose listens they are where the log does not say */
    static void read(Path path, String user, ListenSink sink) {
        try {
            if (path.toString().endsWith(".zip")) {
                zip(path, user, sink);
            } else if (Files.isDirectory(path)) {
                List<Path> files = LogFile.files(path).stream()
                        .filter(file -> isLog(path.relativize(file).toString()))
                        .sorted(Comparator.comparing(file -> order(path.relativize(file).toString())))
                        .toList();
                requireSome(files, path);
                String owner = owner(path, user);
                for (Path file : files) {
                    try (InputStream in = LogFile.open(file)) {
                        new ListenBrainzLog(owner, sink).stream(path.relativize(file).toString(), in);
                    }
                }
            } else {
                try (InputStream in = LogFile.open(path)) {
                    new ListenBrainzLog(owner(path.toAbsolutePath().getParent(), user), sink)
                            .stream(path.getFileName().toString(), in);
                }
            }
        } catch (IOException e) {
            throw LogFile.failure(path, e);
        }
    }

    private static void zip(Path path, String user, ListenSink sink) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            List<? extends ZipEntry> entries = zip.stream()
                    .filter(entry -> isLog(entry.getName()))
                    .sorted(Comparator.comparing(entry -> order(entry.getName())))
                    .toList();
            requireSome(entries, path);
            ZipEntry owner = zip.getEntry(USER);
            String name = user;
            if (user.isEmpty() && owner != null) {
                try (InputStream in = zip.getInputStream(owner)) {
                    name = JSON.readTree(in).path("username").asString("");
                }
            }
            for (ZipEntry entry : entries) {
                try (InputStream in = zip.getInputStream(entry)) {
                    new ListenBrainzLog(name, sink).stream(entry.getName(), in);
                }
            }
        }
    }

    private static void requireSome(List<?> files, Path path) {
        if (files.isEmpty()) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT, "%s holds no .jsonl file: is it a ListenBrainz export?".formatted(path));
        }
    }

    private static boolean isLog(String name) {
        return name.endsWith(".jsonl") && !name.endsWith("pinned_recording.jsonl");
    }

    /** Listens come first: what is said of a recording afterwards names it by an id that the listens explain. */
    private static String order(String name) {
        return (name.endsWith("feedback.jsonl") ? "1" : "0") + name;
    }

    private static String owner(Path folder, String user) throws IOException {
        Path above = folder;
        for (int i = 0; i < FOLDERS_UP && user.isEmpty() && above != null; i++, above = above.getParent()) {
            if (Files.isRegularFile(above.resolve(USER))) {
                return JSON.readTree(Files.readAllBytes(above.resolve(USER))).path("username").asString("");
            }
        }
        return user;
    }
}
