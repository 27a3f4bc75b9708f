package org.tasteprint.nets.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tasteprint.nets.Tensor;

/** Writes TensorFlow checkpoints as TensorFlow does: float32 variables in one data file, keys prefix-compressed in blocks. */
public final class CheckpointWriter {
    private static final int RESTART_INTERVAL = 16;

    private final int entriesPerBlock;
    private final byte compression;
    private final ByteArrayOutputStream table = new ByteArrayOutputStream();

    /**
     * @param entriesPerBlock variables in a block of the index
     * @param snappy          whether blocks are compressed (into literals only)
     */
    public CheckpointWriter(int entriesPerBlock, boolean snappy) {
        this.entriesPerBlock = entriesPerBlock;
        this.compression = (byte) (snappy ? 1 : 0);
    }

    /** Writes {@code stem.index} and {@code stem.data-00000-of-00001} in a folder; answers the first. */
    public Path write(Path folder, String stem, Map<String, Tensor> variables) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        entries.put("", new byte[] {1 << 3, 1, 3 << 3 | 2, 2, 1 << 3, 1}); // one shard, little-endian, version 1
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        new TreeMap<>(variables).forEach((name, tensor) -> {
            ByteBuffer bytes = ByteBuffer.allocate(4 * tensor.values().length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(tensor.values());
            entries.put(name, entry(tensor, data.size(), MaskedCrc32c.of(bytes)));
            data.writeBytes(bytes.array());
        });
        Files.write(folder.resolve(stem + ".data-00000-of-00001"), data.toByteArray());
        return Files.write(folder.resolve(stem + ".index"), table(entries));
    }

    private static byte[] entry(Tensor tensor, int offset, int checksum) {
        ByteArrayOutputStream shape = new ByteArrayOutputStream();
        for (long axis : tensor.shape()) {
            ByteArrayOutputStream dimension = new ByteArrayOutputStream();
            number(dimension, 1, axis);
            bytes(shape, 2, dimension.toByteArray());
        }
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        number(entry, 1, 1);
        bytes(entry, 2, shape.toByteArray());
        number(entry, 4, offset);
        number(entry, 5, 4L * tensor.values().length);
        entry.write(6 << 3 | 5);
        entry.writeBytes(littleEndian(checksum));
        return entry.toByteArray();
    }

    private byte[] table(Map<String, byte[]> entries) {
        Map<String, byte[]> index = new TreeMap<>();
        List<Map.Entry<String, byte[]>> all = new ArrayList<>(entries.entrySet());
        for (int from = 0; from < all.size(); from += entriesPerBlock) {
            List<Map.Entry<String, byte[]>> some = all.subList(from, Math.min(all.size(), from + entriesPerBlock));
            index.put(some.getLast().getKey(), block(some));
        }
        byte[] statistics = block(List.of());
        byte[] blocks = block(List.copyOf(index.entrySet()));
        ByteBuffer footer = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
        footer.put(statistics).put(blocks).putLong(40, 0xdb4775248b80fb57L);
        table.writeBytes(footer.array());
        return table.toByteArray();
    }

    /** Appends a block to the file and answers its handle. */
    private byte[] block(List<Map.Entry<String, byte[]>> entries) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        ByteArrayOutputStream restarts = new ByteArrayOutputStream();
        byte[] previous = {};
        for (int i = 0; i < entries.size(); i++) {
            byte[] key = entries.get(i).getKey().getBytes(StandardCharsets.UTF_8);
            byte[] value = entries.get(i).getValue();
            int shared = 0;
            if (i % RESTART_INTERVAL == 0) {
                restarts.writeBytes(littleEndian(block.size()));
            } else {
                while (shared < Math.min(key.length, previous.length) && key[shared] == previous[shared]) {
                    shared++;
                }
            }
            varint(block, shared);
            varint(block, key.length - shared);
            varint(block, value.length);
            block.write(key, shared, key.length - shared);
            block.writeBytes(value);
            previous = key;
        }
        int count = Math.max(1, restarts.size() / 4);
        block.writeBytes(restarts.size() == 0 ? new byte[4] : restarts.toByteArray());
        block.writeBytes(littleEndian(count));
        byte[] stored = compression == 1 ? literals(block.toByteArray()) : block.toByteArray();
        byte[] handle = handle(table.size(), stored.length);
        ByteBuffer trailed = ByteBuffer.allocate(stored.length + 1).put(stored).put(compression).flip();
        table.writeBytes(trailed.array());
        table.writeBytes(littleEndian(MaskedCrc32c.of(trailed)));
        return handle;
    }

    /** Snappy without copies. */
    private static byte[] literals(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        varint(out, bytes.length);
        for (int from = 0; from < bytes.length; from += 256) {
            int length = Math.min(256, bytes.length - from);
            out.write(60 << 2);
            out.write(length - 1);
            out.write(bytes, from, length);
        }
        return out.toByteArray();
    }

    private static byte[] handle(int offset, int length) {
        ByteArrayOutputStream handle = new ByteArrayOutputStream();
        varint(handle, offset);
        varint(handle, length);
        return handle.toByteArray();
    }

    private static void number(ByteArrayOutputStream out, int field, long value) {
        out.write(field << 3);
        varint(out, value);
    }

    private static void bytes(ByteArrayOutputStream out, int field, byte[] value) {
        out.write(field << 3 | 2);
        varint(out, value.length);
        out.writeBytes(value);
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while (rest > 0x7f) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static byte[] littleEndian(int value) {
        return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
    }
}
