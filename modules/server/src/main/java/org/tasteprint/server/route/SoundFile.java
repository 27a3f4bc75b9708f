package org.tasteprint.server.route;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.Track;
import org.tasteprint.server.http.Problem;
import org.tasteprint.server.http.ProblemException;

/**
 * The sound file of a track as a response: all of it, or the stretch that the request asks for, so that a player can seek.
 * (Javalin's own {@code writeSeekableStream} takes {@code bytes=-500} for a start at byte 500.)
 */
record SoundFile(Path path, long size, String entityTag) {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("oga", "audio/ogg"),
            Map.entry("opus", "audio/ogg"),
            Map.entry("m4a", "audio/mp4"),
            Map.entry("mp4", "audio/mp4"),
            Map.entry("aac", "audio/aac"),
            Map.entry("flac", "audio/flac"),
            Map.entry("wav", "audio/wav"),
            Map.entry("aif", "audio/aiff"),
            Map.entry("aiff", "audio/aiff"),
            Map.entry("au", "audio/basic"),
            Map.entry("wma", "audio/x-ms-wma"),
            Map.entry("webm", "audio/webm"),
            Map.entry("mka", "audio/x-matroska"));

    /** @throws TasteprintException of kind {@code NOT_FOUND} when the track has no file, or the file is gone or not readable */
    static SoundFile of(Track track) {
        Path path = track.audio().orElseThrow(() -> new TasteprintException(
                TasteprintException.Kind.NOT_FOUND, "track %s has no sound file: it is known by its features alone".formatted(track.id())));
        try {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
            if (file.isRegularFile() && Files.isReadable(path)) {
                String tag = "\"%x-%x\"".formatted(file.lastModifiedTime().toMillis(), file.size());
                return new SoundFile(path, file.size(), tag);
            }
        } catch (IOException e) {
            throw gone(track, e);
        }
        throw gone(track, null);
    }

    private static TasteprintException gone(Track track, IOException cause) {
        return new TasteprintException(
                TasteprintException.Kind.NOT_FOUND,
                "the sound file of track %s is no longer there or cannot be read: import its folder again".formatted(track.id()),
                cause);
    }

    /** Writes headers and bytes. */
    void answer(Context request) throws IOException {
        request.header(Header.ACCEPT_RANGES, "bytes").header(Header.ETAG, entityTag).contentType(type());
        if (entityTag.equals(request.header(Header.IF_NONE_MATCH))) {
            request.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        Optional<ByteRange> asked = askedRange(request);
        if (asked.isPresent()) {
            request.header(Header.CONTENT_RANGE, asked.get().of(size));
            if (!asked.get().satisfiable()) {
                throw new ProblemException(Problem.of(
                                HttpStatus.RANGE_NOT_SATISFIABLE,
                                "the file has %d bytes; %s=%s".formatted(size, Header.RANGE, request.header(Header.RANGE)),
                                request.path())
                        .about(Header.RANGE));
            }
            request.status(HttpStatus.PARTIAL_CONTENT);
        }
        ByteRange bytes = asked.orElse(new ByteRange(0, size));
        request.res().setContentLengthLong(bytes.count());
        if (request.method() != HandlerType.HEAD) {
            copy(bytes, request.res().getOutputStream());
        }
    }

    private Optional<ByteRange> askedRange(Context request) {
        String range = request.header(Header.RANGE);
        String ifRange = request.header(Header.IF_RANGE);
        boolean changedSince = ifRange != null && !ifRange.equals(entityTag);
        return range == null || changedSince ? Optional.empty() : ByteRange.parse(range, size);
    }

    private void copy(ByteRange bytes, OutputStream to) throws IOException {
        try (FileChannel from = FileChannel.open(path)) {
            long position = bytes.first();
            long end = bytes.first() + bytes.count();
            while (position < end) {
                long copied = from.transferTo(position, end - position, Channels.newChannel(to));
                if (copied <= 0) {
                    throw new IOException("file became shorter while it was sent: " + path);
                }
                position += copied;
            }
        }
    }

    private String type() {
        String name = path.getFileName().toString();
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(extension, "application/octet-stream");
    }
}
