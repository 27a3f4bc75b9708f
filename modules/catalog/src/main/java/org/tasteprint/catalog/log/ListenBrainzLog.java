package org.tasteprint.catalog.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What ListenBrainz gives and takes: an export (a zip or its folder: {@code user.json}, {@code listens/2024/1.jsonl},
 * {@code feedback.jsonl}), single files of JSON lines, {@code submit-listens} documents, and the answers of its API.
 */
final class ListenBrainzLog {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String USER = "user.json";
    private static final int FOLDERS_UP = 3;

    private final ListenSink sink;
    private final String user;

    private ListenBrainzLog(String user, ListenSink sink) {
        this.user = user;
        this.sink = sink;
    }

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

    /** Reads one document, as {@code submit-listens} takes them. */
    static void document(byte[] json, String user, ListenSink sink) {
        try {
            new ListenBrainzLog(user, sink).take(JSON.readTree(json), "submit-listens", 1);
        } catch (JacksonException e) {
            throw new TasteprintException(Kind.INVALID_INPUT, "the document is not JSON: " + e.getOriginalMessage(), e);
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

    /** Reads values line by line, so that a broken one costs its line alone; or as one document where the first line is not whole. */
    private void stream(String file, InputStream in) throws IOException {
        Lines lines = new Lines(in);
        byte[] line = lines.next();
        if (line != null && !isWhole(line)) {
            document(file, line, lines);
            return;
        }
        for (; line != null; line = lines.next()) {
            if (line.length > 0) {
                try {
                    take(JSON.readTree(Lines.text(line)), file, lines.number());
                } catch (JacksonException e) {
                    sink.reject(file, lines.number(), "not JSON: " + e.getOriginalMessage());
                } catch (BadRow e) {
                    sink.reject(file, lines.number(), e.getMessage());
                }
            }
        }
    }

    private static boolean isWhole(byte[] line) {
        try {
            return JSON.readTree(line).isObject();
        } catch (JacksonException e) {
            return false;
        }
    }

    private void document(String file, byte[] first, Lines lines) {
        try (JsonParser parser = JSON.createParser(new LinesAgain(first, lines))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    long line = parser.currentTokenLocation().getLineNr();
                    take(JSON.readTree(parser), file, line);
                }
            }
        } catch (JacksonException e) {
            sink.reject(file, e.getLocation() == null ? 1 : e.getLocation().getLineNr(), "not JSON, and nothing after it is read: " + e.getOriginalMessage());
        }
    }

    private void take(JsonNode node, String file, long line) {
        JsonNode payload = node.path("payload");
        if (payload.isObject()) {
            take(payload, file, line);
        } else if (payload.isArray()) {
            if (!node.path("listen_type").asString("").equals("playing_now")) {
                each(payload, file, line, listen -> sink.take(ListenBrainzListen.of(listen, user, file, line)));
            }
        } else if (node.path("listens").isArray()) {
            String owner = node.path("user_id").asString(user);
            each(node.path("listens"), file, line, listen -> sink.take(ListenBrainzListen.of(listen, owner, file, line)));
        } else if (node.path("feedback").isArray()) {
            each(node.path("feedback"), file, line, opinion -> sink.take(ListenBrainzListen.opinion(opinion, user, file, line)));
        } else {
            each(List.of(node), file, line, one -> sink.take(
                    one.has("score") ? ListenBrainzListen.opinion(one, user, file, line) : ListenBrainzListen.of(one, user, file, line)));
        }
    }

    private void each(Iterable<JsonNode> nodes, String file, long line, Consumer<JsonNode> take) {
        for (JsonNode node : nodes) {
            try {
                take.accept(node);
            } catch (BadRow e) {
                sink.reject(file, line, e.getMessage());
            }
        }
    }

    /** The lines once more as the stream that they were. */
    private static final class LinesAgain extends InputStream {
        private final Lines lines;
        private byte[] line;
        private int at;

        LinesAgain(byte[] first, Lines lines) {
            this.line = first;
            this.lines = lines;
        }

        @Override
        public int read() throws IOException {
            if (line == null) {
                return -1;
            }
            if (at == line.length) {
                line = lines.next();
                at = 0;
                return '\n';
            }
            return line[at++] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = 0;
            while (count < length && (count == 0 || line != null)) {
                int next = read();
                if (next < 0) {
                    break;
                }
                into[from + count++] = (byte) next;
            }
            return count == 0 && length > 0 ? -1 : count;
        }
    }
}
