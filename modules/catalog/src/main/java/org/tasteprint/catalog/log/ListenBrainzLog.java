package org.tasteprint.catalog.log;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What ListenBrainz gives and takes: files of JSON lines, {@code submit-listens} documents, and the answers of its API. */
final class ListenBrainzLog {
    private static final JsonMapper JSON = new JsonMapper();

    private final ListenSink sink;
    private final String user;

    /** @param user whose listens they are where the log does not say */
    ListenBrainzLog(String user, ListenSink sink) {
        this.user = user;
        this.sink = sink;
    }

    /** Reads one document, as {@code submit-listens} takes them. */
    static void document(byte[] json, String user, ListenSink sink) {
        try {
            new ListenBrainzLog(user, sink).take(JSON.readTree(json), "submit-listens", 1);
        } catch (JacksonException e) {
            throw new TasteprintException(Kind.INVALID_INPUT, "the document is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Reads values line by line, so that a broken one costs its line alone; or as one document where the first line is not whole. */
    void stream(String file, InputStream in) throws IOException {
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
}
