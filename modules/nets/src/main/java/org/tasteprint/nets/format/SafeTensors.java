package org.tasteprint.nets.format;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel.MapMode;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.tasteprint.core.AtomicFile;
import org.tasteprint.core.Sha256;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.nets.Tensor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The safetensors format: named tensors and text metadata in one file, without code in it.
 *
 * <p>A file is the length of the header (8 bytes, little-endian), the header (JSON: name to {@code dtype}, {@code shape} and
 * {@code data_offsets}; {@code __metadata__} holds text) and the tensors' bytes. {@code F32} and {@code F16} are read and written.
 * What is written here also says the SHA-256 of the tensors' bytes, and is held to it when it is read.
 */
public final class SafeTensors {
    private static final String METADATA = "__metadata__";

    /** Metadata of ours, which readers do not see: the SHA-256 of the tensors' bytes. */
    private static final String CHECKSUM = "tensors_sha256";
    private static final int ALIGNMENT = 8;
    private static final int MAXIMUM_HEADER_BYTES = 100_000_000;
    private static final int TABLE_BYTES = 1 << 16;

    /**
     * What a file holds.
     *
     * @param tensors  by name, in the order of the file
     * @param tables   matrices outside the heap, by name; in the file they follow the tensors
     * @param metadata text by name
     */
    public record Content(Map<String, Tensor> tensors, Map<String, Table> tables, Map<String, String> metadata) {
        public Content {
            tensors = Collections.unmodifiableMap(new LinkedHashMap<>(requireNonNull(tensors, "tensors is null")));
            tables = Collections.unmodifiableMap(new LinkedHashMap<>(requireNonNull(tables, "tables is null")));
            metadata = Collections.unmodifiableMap(new LinkedHashMap<>(requireNonNull(metadata, "metadata is null")));
        }

        /** All of it in the heap. */
        public Content(Map<String, Tensor> tensors, Map<String, String> metadata) {
            this(tensors, Map.of(), metadata);
        }
    }

    /**
     * A matrix outside the heap.
     *
     * @param memory float32, little-endian, row after row
     */
    public record Table(int rows, int width, MemorySegment memory) {
        public Table {
            if (memory.byteSize() < (long) rows * width * Float.BYTES) {
                throw new IllegalArgumentException("%d bytes hold no %d rows of %d".formatted(memory.byteSize(), rows, width));
            }
        }

        private long bytes() {
            return (long) rows * width * Float.BYTES;
        }

        private void writeTo(OutputStream out) throws IOException {
            byte[] some = new byte[TABLE_BYTES];
            for (long at = 0; at < bytes(); at += some.length) {
                int length = (int) Math.min(some.length, bytes() - at);
                MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, at, some, 0, length);
                out.write(some, 0, length);
            }
        }
    }

    /** How a number is written. */
    public enum Precision {
        /** 4 bytes: exact. */
        F32(4),
        /** 2 bytes: rounded to 11 significant bits; nothing may be beyond 65504. */
        F16(2);

        private final int bytes;

        Precision(int bytes) {
            this.bytes = bytes;
        }
    }

    /** Where the header says that a tensor is, in bytes after the header. */
    private record Entry(String name, Precision precision, long[] shape, long begin, long end) {}

    private SafeTensors() {}

    /**
     * Reads a file.
     *
     * @throws TasteprintException {@code NOT_FOUND} when there is no such file, {@code INVALID_INPUT} when it is damaged or
     *     holds anything but float32 and float16, {@code UNAVAILABLE} when reading fails
     */
    public static Content read(Path file) {
        return read(file, name -> false);
    }

    /**
     * Reads a file, some of it outside the heap: such tables lie in the file, which is mapped into memory as long as anybody has them.
     *
     * @param outside names of the tensors that are to be tables, float32 with two axes
     * @throws TasteprintException as {@link #read(Path)}
     */
    public static Content read(Path file, Predicate<String> outside) {
        try (FileChannel channel = FileChannel.open(file)) {
            return read(channel, file.toString(), outside);
        } catch (NoSuchFileException e) {
            throw new TasteprintException(Kind.NOT_FOUND, "%s: no such file".formatted(file), e);
        } catch (EOFException e) {
            throw new TasteprintException(Kind.INVALID_INPUT, file + " is cut short: copy or make it again", e);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new TasteprintException(Kind.INVALID_INPUT, file + " is no safetensors file: its header is damaged", e);
        } catch (IOException e) {
            throw new TasteprintException(
                    Kind.UNAVAILABLE, "cannot read %s (%s): check its permissions".formatted(file, e.getMessage()), e);
        }
    }

    /**
     * Writes a file in full precision; it appears when it is complete.
     *
     * @throws TasteprintException {@code UNAVAILABLE} when it cannot be written
     */
    public static void write(Path file, Content content) {
        write(file, content, Precision.F32);
    }

    /**
     * Writes a file, which appears when it is complete.
     *
     * @throws IllegalArgumentException when a number is too large for the precision
     * @throws TasteprintException {@code UNAVAILABLE} when it cannot be written
     */
    public static void write(Path file, Content content, Precision precision) {
        content.tensors().forEach((name, tensor) -> {
            for (float value : tensor.values()) {
                if (precision == Precision.F16 && Float.isFinite(value)
                        && !Float.isFinite(Float.float16ToFloat(Float.floatToFloat16(value)))) {
                    throw new IllegalArgumentException("%s holds %s, too large for F16".formatted(name, value));
                }
            }
        });
        AtomicFile.write(file, out -> write(out, content, precision));
    }

    private static Content read(FileChannel channel, String name, Predicate<String> outside) throws IOException {
        InputStream in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
        byte[] length = in.readNBytes(Long.BYTES);
        if (length.length < Long.BYTES) {
            throw new EOFException();
        }
        long headerBytes = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (headerBytes < 2 || headerBytes > MAXIMUM_HEADER_BYTES) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT, "%s is no safetensors file: header of %d bytes".formatted(name, headerBytes));
        }
        byte[] header = in.readNBytes((int) headerBytes);
        if (header.length < headerBytes) {
            throw new EOFException();
        }
        JsonNode root = JsonMapper.shared().readTree(header);
        Map<String, String> metadata = new LinkedHashMap<>();
        root.path(METADATA).properties().forEach(text -> metadata.put(text.getKey(), text.getValue().asString()));
        List<Entry> inFileOrder = root.properties().stream()
                .filter(field -> !field.getKey().equals(METADATA))
                .map(field -> entry(field.getKey(), field.getValue(), name))
                .sorted(Comparator.comparingLong(Entry::begin).thenComparing(Entry::end))
                .toList();
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        Map<String, Table> tables = new LinkedHashMap<>();
        DigestInputStream data = new DigestInputStream(in, Sha256.digest());
        long position = 0;
        for (Entry entry : inFileOrder) {
            long bytes = Tensor.size(entry.shape()) * entry.precision().bytes;
            if (entry.begin() != position || entry.end() - entry.begin() != bytes || bytes > Integer.MAX_VALUE * 2L - 32) {
                throw new TasteprintException(
                        Kind.INVALID_INPUT, "%s: the tensor %s does not fit its place".formatted(name, entry.name()));
            }
            boolean mapped = outside.test(entry.name()) && entry.precision() == Precision.F32 && entry.shape().length == 2;
            if (mapped) {
                pass(data, bytes);
                MemorySegment memory =
                        channel.map(MapMode.READ_ONLY, Long.BYTES + headerBytes + entry.begin(), bytes, Arena.ofAuto());
                tables.put(entry.name(), new Table((int) entry.shape()[0], (int) entry.shape()[1], memory));
            } else {
                int count = (int) (bytes / entry.precision().bytes);
                float[] values = FloatBytes.read(data, count, entry.precision().bytes, ByteOrder.LITTLE_ENDIAN);
                tensors.put(entry.name(), new Tensor(entry.shape(), values));
            }
            position = entry.end();
        }
        String expected = metadata.remove(CHECKSUM);
        if (expected != null && !expected.equals(Sha256.hexadecimal(data.getMessageDigest()))) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT, name + " is damaged: its numbers are not those that were written");
        }
        return new Content(tensors, tables, metadata);
    }

    /** Reads bytes for their checksum alone, which a stream that skips them would not count. */
    private static void pass(DigestInputStream data, long bytes) throws IOException {
        byte[] some = new byte[TABLE_BYTES];
        for (long left = bytes; left > 0; left -= some.length) {
            int wanted = (int) Math.min(some.length, left);
            if (data.readNBytes(some, 0, wanted) < wanted) {
                throw new EOFException();
            }
        }
    }

    private static Entry entry(String tensor, JsonNode field, String name) {
        String type = field.path("dtype").asString("");
        Precision precision = Arrays.stream(Precision.values())
                .filter(known -> known.name().equals(type))
                .findFirst()
                .orElseThrow(() -> new TasteprintException(
                        Kind.INVALID_INPUT,
                        "%s: the tensor %s is of type '%s': save it as float32 (F32)".formatted(name, tensor, type)));
        long[] shape = field.path("shape").valueStream().mapToLong(JsonNode::longValue).toArray();
        JsonNode offsets = field.path("data_offsets");
        return new Entry(tensor, precision, shape, offsets.path(0).asLong(-1), offsets.path(1).asLong(-1));
    }

    private static void write(OutputStream out, Content content, Precision precision) throws IOException {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        ObjectNode metadata = root.putObject(METADATA);
        content.metadata().forEach(metadata::put);
        metadata.put(CHECKSUM, checksum(content, precision));
        long position = 0;
        for (Map.Entry<String, Tensor> entry : content.tensors().entrySet()) {
            Tensor tensor = entry.getValue();
            position = describe(root, entry.getKey(), precision, tensor.shape(), position);
        }
        for (Map.Entry<String, Table> entry : content.tables().entrySet()) {
            long[] shape = {entry.getValue().rows(), entry.getValue().width()};
            position = describe(root, entry.getKey(), Precision.F32, shape, position);
        }
        String json = root.toString();
        byte[] unpadded = json.getBytes(StandardCharsets.UTF_8);
        String padding = " ".repeat(Math.floorMod(-unpadded.length, ALIGNMENT));
        byte[] header = (json + padding).getBytes(StandardCharsets.UTF_8);
        out.write(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).array());
        out.write(header);
        writeNumbers(out, content, precision);
    }

    /** Says where a tensor is; returns where the next one begins. */
    private static long describe(ObjectNode root, String name, Precision precision, long[] shape, long begin) {
        long end = begin + Tensor.size(shape) * precision.bytes;
        ObjectNode field = root.putObject(name).put("dtype", precision.name());
        var axes = field.putArray("shape");
        for (long axis : shape) {
            axes.add(axis);
        }
        field.putArray("data_offsets").add(begin).add(end);
        return end;
    }

    private static void writeNumbers(OutputStream out, Content content, Precision precision) throws IOException {
        for (Tensor tensor : content.tensors().values()) {
            FloatBytes.write(out, tensor.values(), precision.bytes);
        }
        for (Table table : content.tables().values()) {
            table.writeTo(out);
        }
    }

    private static String checksum(Content content, Precision precision) throws IOException {
        DigestOutputStream digest = new DigestOutputStream(OutputStream.nullOutputStream(), Sha256.digest());
        writeNumbers(digest, content, precision);
        return Sha256.hexadecimal(digest.getMessageDigest());
    }
}
