package org.tasteprint.server.route;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tasteprint.index.Point;
import org.tasteprint.index.SpaceInfo;
import org.tasteprint.index.VectorSpace;
import org.tasteprint.nets.format.NpyRows;
import org.tasteprint.server.http.Json;
import org.tasteprint.server.http.Parameters;
import org.tasteprint.server.http.Routing;
import org.tasteprint.server.music.MusicService;

/**
 * The vectors of a space as files: JSON lines, or the two files that a dataset folder has of a feature, rows of numbers and the track
 * of each row. All are of one order; they belong together when their entity tags agree. They are written as they are read, so that
 * memory does not grow with the space.
 */
final class VectorRoutes {
    private static final int BLOCK_FLOATS = 1 << 14;

    private final MusicService music;

    VectorRoutes(MusicService music) {
        this.music = music;
    }

    void register(RoutesConfig routes) {
        Routing.read(routes, Routing.API + "/spaces/{name}/vectors", this::export);
    }

    private enum Format {
        JSONL("application/jsonl"),
        NPY("application/octet-stream"),
        CSV("text/csv; charset=utf-8");

        private final String type;

        Format(String type) {
            this.type = type;
        }

        static Format of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }

        String extension() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Line(String trackId, float[] vector) {}

    /** Takes points one after the other; the end is told. */
    private interface Sink {
        void put(Point point) throws IOException;

        void end() throws IOException;
    }

    private void export(Context request) throws IOException {
        List<String> formats = Stream.of(Format.values()).map(Format::extension).toList();
        Format format = Format.of(Parameters.of(request, "format").oneOf("format", formats, Format.JSONL.extension()));
        VectorSpace space = SearchRoutes.space(music, request.pathParam("name"));
        String tag = tag(space.info());
        request.header(Header.ETAG, tag)
                .header(Header.CONTENT_DISPOSITION, "attachment; filename=\"%s.%s\"".formatted(space.info().name(), format.extension()))
                .contentType(format.type);
        if (tag.equals(request.header(Header.IF_NONE_MATCH))) {
            request.status(HttpStatus.NOT_MODIFIED);
        } else if (request.method() != HandlerType.HEAD) {
            stream(request, space, format);
        }
    }

    private static String tag(SpaceInfo info) {
        return "W/\"%d-%d-%d\"".formatted(info.version(), info.updates(), info.provenance().made().getEpochSecond());
    }

    private static void stream(Context request, VectorSpace space, Format format) throws IOException {
        Sink[] sink = new Sink[1];
        try {
            space.forEach(
                    info -> {
                        // Another version may have taken over since.
                        request.header(Header.ETAG, tag(info));
                        sink[0] = attempt(() -> sink(format, info, request.outputStream()));
                    },
                    point -> attempt(() -> {
                        sink[0].put(point);
                        return point;
                    }));
            sink[0].end();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @FunctionalInterface
    private interface Writing<T> {
        T run() throws IOException;
    }

    private static <T> T attempt(Writing<T> writing) {
        try {
            return writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sink sink(Format format, SpaceInfo info, OutputStream out) throws IOException {
        return switch (format) {
            case JSONL -> new JsonLines(out);
            case NPY -> new Rows(info, out);
            case CSV -> new Ids(out);
        };
    }

    private record JsonLines(OutputStream out) implements Sink {
        @Override
        public void put(Point point) throws IOException {
            out.write(Json.bytes(new Line(point.id(), point.vector())));
            out.write('\n');
        }

        @Override
        public void end() {}
    }

    private static final class Rows implements Sink {
        private final OutputStream out;
        private final float[] block;
        private int filled;

        Rows(SpaceInfo info, OutputStream out) throws IOException {
            this.out = out;
            this.block = new float[Math.max(1, BLOCK_FLOATS / info.dimensions()) * info.dimensions()];
            NpyRows.begin(out, info.vectors(), info.dimensions());
        }

        @Override
        public void put(Point point) throws IOException {
            System.arraycopy(point.vector(), 0, block, filled, point.vector().length);
            filled += point.vector().length;
            if (filled == block.length) {
                end();
            }
        }

        @Override
        public void end() throws IOException {
            NpyRows.append(out, Arrays.copyOf(block, filled));
            filled = 0;
        }
    }

    private static final class Ids implements Sink {
        private final CsvWriter csv;

        Ids(OutputStream out) {
            this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
            csv.writeRecord("track_id");
        }

        @Override
        public void put(Point point) {
            csv.writeRecord(point.id());
        }

        @Override
        public void end() throws IOException {
            csv.flush();
        }
    }
}
