package org.tasteprint.nets.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import org.tasteprint.core.AtomicFile;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.nets.Tensor;

/**
 * The rows of a two-dimensional {@code .npy} file, any of them at a time: for arrays that need not fit into memory. An array
 * with one axis has rows of one number; of an array with more axes, the first counts rows and the others are flattened.
 */
public final class NpyRows implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final Npy.Element element;
    private final long rows;
    private final int dimensions;
    private final long valuesStart;

    private NpyRows(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        Npy.Header header = Npy.readHeader(Channels.newInputStream(channel), file.toString());
        long[] shape = header.shape();
        this.element = header.element();
        this.valuesStart = channel.position();
        if (shape.length == 0) {
            throw invalid("is a single number, not rows of numbers", null);
        }
        try {
            this.rows = shape[0];
            this.dimensions = Math.toIntExact(Tensor.size(Arrays.copyOfRange(shape, 1, shape.length)));
            long bytes = Math.multiplyExact(Tensor.size(shape), element.bytes());
            if (channel.size() - valuesStart < bytes) {
                throw new EOFException();
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw invalid("has the impossible shape " + Arrays.toString(shape), e);
        }
    }

    /**
     * Opens a file and checks that all of its rows are there.
     *
     * @throws TasteprintException {@code NOT_FOUND} when there is no such file, {@code INVALID_INPUT} when it is no array
     *     that can be read or is cut short, {@code UNAVAILABLE} when reading fails
     */
    public static NpyRows open(Path file) {
        try {
            FileChannel channel = FileChannel.open(file);
            try {
                return new NpyRows(file, channel);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (NoSuchFileException e) {
            throw new TasteprintException(Kind.NOT_FOUND, "%s: no such file".formatted(file), e);
        } catch (EOFException e) {
            throw cutShort(file, e);
        } catch (IOException e) {
            throw unavailable(file, e);
        }
    }

    /**
     * Writes a file of float32, which appears when it is complete.
     *
     * @param blocks any number of rows at a time: float[n][dimensions], row after row; {@code rows} in all
     * @throws TasteprintException {@code UNAVAILABLE} when it cannot be written
     * @throws IllegalArgumentException when the blocks are not {@code rows} rows
     */
    public static void write(Path file, long rows, int dimensions, Iterator<float[]> blocks) {
        AtomicFile.write(file, out -> {
            begin(out, rows, dimensions);
            long written = 0;
            while (blocks.hasNext()) {
                float[] block = blocks.next();
                append(out, block);
                written += block.length;
            }
            if (written != rows * dimensions) {
                throw new IllegalArgumentException(
                        "%s: %d values do not make %d rows of %d".formatted(file, written, rows, dimensions));
            }
        });
    }

    /** Writes what stands before the rows of a float32 array that goes into a stream block by block; {@link #append} them. */
    public static void begin(OutputStream out, long rows, int dimensions) throws IOException {
        Npy.writeHeader(out, rows, dimensions);
    }

    /** Writes some of the rows of an array that was {@linkplain #begin begun}: float[n][dimensions], row after row. */
    public static void append(OutputStream out, float[] block) throws IOException {
        FloatBytes.write(out, block, Float.BYTES);
    }

    /** Number of rows. */
    public long rows() {
        return rows;
    }

    /** Length of a row. */
    public int dimensions() {
        return dimensions;
    }

    /**
     * Reads {@code count} rows from row {@code first} on: float[count][dimensions], row after row.
     *
     * @throws TasteprintException {@code UNAVAILABLE} when reading fails
     */
    public synchronized float[] read(long first, int count) {
        if (first < 0 || count < 0 || first + count > rows) {
            throw new IndexOutOfBoundsException("rows %d to %d of %d".formatted(first, first + count, rows));
        }
        try {
            channel.position(valuesStart + first * dimensions * element.bytes());
            return FloatBytes.read(
                    Channels.newInputStream(channel), Math.multiplyExact(count, dimensions), element.bytes(), element.order());
        } catch (EOFException e) {
            throw cutShort(file, e);
        } catch (IOException e) {
            throw unavailable(file, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw unavailable(file, e);
        }
    }

    private TasteprintException invalid(String what, RuntimeException cause) {
        return new TasteprintException(Kind.INVALID_INPUT, file + " " + what, cause);
    }

    private static TasteprintException cutShort(Path file, IOException cause) {
        return new TasteprintException(Kind.INVALID_INPUT, file + " is cut short: copy or make it again", cause);
    }

    private static TasteprintException unavailable(Path file, IOException cause) {
        return new TasteprintException(
                Kind.UNAVAILABLE, "cannot read %s (%s): check its permissions".formatted(file, cause.getMessage()), cause);
    }
}
