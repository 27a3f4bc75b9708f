package org.tasteprint.taste.candidate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/**
 * Writes the file that {@link MappedHistories} reads, as histories come, listener after listener. In the heap: 8 bytes a listener. The
 * file appears when all is written.
 */
public final class HistoryFile implements AutoCloseable {
    private static final int BUFFER = 1 << 20;

    private final Path file;
    private final Path partial;
    private final Path entriesOnly;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private long[] starts = new long[1024];
    private int listeners;
    private int items;
    private long entries;

    /** @throws TasteprintException {@code UNAVAILABLE} when the file cannot be written, here and in all methods */
    public HistoryFile(Path file) {
        this.file = file;
        partial = file.resolveSibling(file.getFileName() + ".partial");
        entriesOnly = file.resolveSibling(file.getFileName() + ".entries");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            channel = FileChannel.open(
                    entriesOnly, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE, StandardOpenOption.READ);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** One item of the listener whose history is being written. */
    public void entry(int item, float weight) {
        if (buffer.remaining() < 8) {
            flush(channel);
        }
        buffer.putInt(item).putFloat(weight);
        items = Math.max(items, item + 1);
        entries++;
    }

    /** That was the listener's history; the next one's follows. */
    public void endListener() {
        if (listeners + 2 > starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
        }
        starts[++listeners] = entries;
    }

    /** All is written. */
    public void finish() {
        flush(channel);
        try (FileChannel out = FileChannel.open(
                partial, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            long longest = 0;
            for (int listener = 0; listener < listeners; listener++) {
                longest = Math.max(longest, starts[listener + 1] - starts[listener]);
            }
            buffer.putLong(MappedHistories.MAGIC).putLong(listeners).putLong(items).putLong(entries).putLong(longest);
            for (int listener = 0; listener <= listeners; listener++) {
                if (buffer.remaining() < 8) {
                    flush(out);
                }
                buffer.putLong(starts[listener]);
            }
            flush(out);
            for (long from = 0; from < channel.size(); ) {
                from += channel.transferTo(from, channel.size() - from, out);
            }
            out.force(true);
        } catch (IOException e) {
            throw unwritable(e);
        }
        try {
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void flush(FileChannel to) {
        buffer.flip();
        try {
            while (buffer.hasRemaining()) {
                to.write(buffer);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
        buffer.clear();
    }

    private TasteprintException unwritable(IOException e) {
        return new TasteprintException(Kind.UNAVAILABLE, "cannot write %s: %s; is there room on the disk?".formatted(file, e.getMessage()), e);
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(entriesOnly);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
