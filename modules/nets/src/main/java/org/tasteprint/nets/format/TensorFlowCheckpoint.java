package org.tasteprint.nets.format;

import static java.util.Objects.requireNonNull;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.nets.Tensor;

/**
 * The variables of a TensorFlow checkpoint (version 2, the "tensor bundle"; {@code tensorflow/core/protobuf/tensor_bundle.proto}),
 * read without TensorFlow.
 *
 * <p>It is two files or more: {@code NAME.index}, a {@link SortedTable table} from the variables' names to where their values are,
 * and {@code NAME.data-00000-of-00001}…, the values. Checksums of both are verified. Only float32 variables are read; the others,
 * step counters for example, are known by name.
 */
public final class TensorFlowCheckpoint {
    /** The end of an index file's name. */
    public static final String INDEX = ".index";

    private static final int FLOAT_32 = 1;
    private static final long MAXIMUM_VALUES = 1 << 28;

    private final Path index;
    private final int shards;
    private final Map<String, Entry> entries;

    /** {@code BundleEntryProto}: what the index says of a variable. */
    private record Entry(int type, long[] shape, int shard, long offset, long bytes, int checksum, boolean sliced) {
        static Entry of(ByteBuffer value) {
            ProtobufMessage message = new ProtobufMessage(value);
            long[] shape = message.messages(2).stream()
                    .flatMap(dimensions -> dimensions.messages(2).stream())
                    .mapToLong(dimension -> dimension.number(1))
                    .toArray();
            return new Entry(
                    (int) message.number(1),
                    shape,
                    (int) message.number(3),
                    message.number(4),
                    message.number(5),
                    (int) message.number(6),
                    !message.messages(7).isEmpty());
        }
    }

    private TensorFlowCheckpoint(Path index, int shards, Map<String, Entry> entries) {
        this.index = index;
        this.shards = shards;
        this.entries = Collections.unmodifiableMap(entries);
    }

    /**
     * Reads the index.
     *
     * @param index {@code NAME.index}; the values are looked for beside it
     * @throws TasteprintException {@code NOT_FOUND} when there is no such file, {@code INVALID_INPUT} when it is damaged or
     *     no index, {@code UNAVAILABLE} when reading fails
     */
    public static TensorFlowCheckpoint open(Path index) {
        if (!requireNonNull(index, "index is null").toString().endsWith(INDEX)) {
            throw invalid(index, "is no checkpoint's index: its name must end with " + INDEX, null);
        }
        if (!Files.isRegularFile(index)) {
            throw new TasteprintException(Kind.NOT_FOUND, "%s: no such file".formatted(index));
        }
        try {
            Map<String, ByteBuffer> table = SortedTable.read(ByteBuffer.wrap(Files.readAllBytes(index)));
            ByteBuffer header = table.remove("");
            if (header == null) {
                throw invalid(index, "is no checkpoint's index: it has no header", null);
            }
            ProtobufMessage message = new ProtobufMessage(header);
            if (message.number(2) != 0) {
                throw invalid(index, "belongs to a big-endian checkpoint: save it on another machine", null);
            }
            Map<String, Entry> entries = new LinkedHashMap<>();
            table.forEach((name, value) -> entries.put(name, Entry.of(value)));
            return new TensorFlowCheckpoint(index, (int) message.number(1), entries);
        } catch (IllegalArgumentException e) {
            throw invalid(index, "is damaged, or no checkpoint's index (%s): copy it again".formatted(e.getMessage()), e);
        } catch (IOException e) {
            throw unreadable(index, e);
        }
    }

    /** Names of all variables, optimizer's state included, in alphabetical order. */
    public Set<String> names() {
        return entries.keySet();
    }

    /**
     * Reads a variable.
     *
     * @throws TasteprintException {@code INVALID_INPUT} when it is not there, no float32, damaged or in a file that is cut
     *     short; {@code NOT_FOUND} when the file of its values is missing; {@code UNAVAILABLE} when reading fails
     */
    public Tensor read(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw invalid(index, "has no variable " + name, null);
        }
        if (entry.type() != FLOAT_32 || entry.sliced()) {
            throw invalid(index, "%s is no whole float32 array (type %d)".formatted(name, entry.type()), null);
        }
        long size = size(name, entry);
        Path data = data(name, entry);
        try {
            ByteBuffer bytes = bytes(data, entry);
            if (MaskedCrc32c.of(bytes) != entry.checksum()) {
                throw invalid(data, "is damaged (the checksum of %s is wrong): copy it again".formatted(name), null);
            }
            float[] values = new float[(int) size];
            bytes.asFloatBuffer().get(values);
            return new Tensor(entry.shape(), values);
        } catch (EOFException e) {
            throw invalid(data, "is cut short (%s is missing): copy it again".formatted(name), e);
        } catch (IOException e) {
            throw unreadable(data, e);
        }
    }

    private long size(String name, Entry entry) {
        try {
            long size = Tensor.size(entry.shape());
            if (size <= MAXIMUM_VALUES && size * Float.BYTES == entry.bytes()) {
                return size;
            }
        } catch (IllegalArgumentException e) {
            throw invalid(index, "is damaged: the shape of %s makes no sense".formatted(name), e);
        }
        throw invalid(index, "is damaged: the shape of %s does not go with its %d bytes".formatted(name, entry.bytes()), null);
    }

    private Path data(String name, Entry entry) {
        if (entry.shard() < 0 || entry.shard() >= shards) {
            throw invalid(index, "is damaged: %s lies in part %d of %d".formatted(name, entry.shard(), shards), null);
        }
        String file = index.getFileName().toString();
        String stem = file.substring(0, file.length() - INDEX.length());
        Path data = index.resolveSibling("%s.data-%05d-of-%05d".formatted(stem, entry.shard(), shards));
        if (!Files.isRegularFile(data)) {
            throw new TasteprintException(Kind.NOT_FOUND, "%s is missing: it belongs to %s".formatted(data, index));
        }
        return data;
    }

    private static ByteBuffer bytes(Path data, Entry entry) throws IOException {
        try (FileChannel channel = FileChannel.open(data)) {
            // Before anything is allocated: the length comes from a file that may be damaged.
            if (entry.offset() < 0 || entry.offset() > channel.size() - entry.bytes()) {
                throw new EOFException();
            }
            ByteBuffer bytes = ByteBuffer.allocate((int) entry.bytes()).order(ByteOrder.LITTLE_ENDIAN);
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, entry.offset() + bytes.position()) < 0) {
                    throw new EOFException();
                }
            }
            return bytes.flip();
        }
    }

    private static TasteprintException invalid(Path file, String what, Throwable cause) {
        return new TasteprintException(Kind.INVALID_INPUT, "%s %s".formatted(file, what), cause);
    }

    private static TasteprintException unreadable(Path file, IOException e) {
        return new TasteprintException(
                Kind.UNAVAILABLE, "cannot read %s (%s): check its permissions".formatted(file, e.getMessage()), e);
    }
}
