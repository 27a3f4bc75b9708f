package org.tasteprint.nets.format;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tasteprint.core.AtomicFile;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.nets.Tensor;

/**
 * NumPy's {@code .npy} format, versions 1 to 3.
 *
 * <p>Writes little-endian float32 in C order. Reads float16, float32 and float64 of either byte order, narrowed or widened
 * to float32; arrays in Fortran order and other element types are refused with a line that says how to convert them.
 */
public final class Npy {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int ALIGNMENT = 64;
    private static final int MAXIMUM_HEADER_BYTES = 1 << 16;
    private static final int CHUNK_BYTES = 1 << 16;
    private static final Pattern ELEMENT = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d\\s,L]*)\\)");

    /** What the header says of the elements. */
    record Element(int bytes, ByteOrder order) {}

    /** What stands before the values. */
    record Header(Element element, long[] shape) {}

    private Npy() {}

    /**
     * Reads an array from a file.
     *
     * @throws TasteprintException {@code NOT_FOUND} when there is no such file, {@code INVALID_INPUT} when it is no array
     *     that can be read, {@code UNAVAILABLE} when reading fails
     */
    public static Tensor read(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), CHUNK_BYTES)) {
            return read(in, file.toString());
        } catch (NoSuchFileException e) {
            throw new TasteprintException(Kind.NOT_FOUND, "%s: no such file".formatted(file), e);
        } catch (IOException e) {
            throw new TasteprintException(
                    Kind.UNAVAILABLE, "cannot read %s (%s): check its permissions".formatted(file, e.getMessage()), e);
        }
    }

    /**
     * Reads one array and leaves the stream behind it; an array may follow.
     *
     * @param name what error messages call the stream
     * @throws TasteprintException {@code INVALID_INPUT} when it is no array that can be read
     */
    public static Tensor read(InputStream in, String name) throws IOException {
        try {
            Header header = readHeader(in, name);
            return new Tensor(header.shape(), values(in, header.element(), header.shape(), name));
        } catch (EOFException e) {
            throw new TasteprintException(Kind.INVALID_INPUT, name + " is cut short: copy or make it again", e);
        }
    }

    /** Reads what stands before the values, and not a byte more. */
    static Header readHeader(InputStream in, String name) throws IOException {
        if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
            throw invalid(name, "is no .npy file: it does not begin with NumPy's magic bytes");
        }
        String header = header(in, name);
        Element element = element(field(ELEMENT, header, name), name);
        long[] shape = shape(field(SHAPE, header, name), name);
        boolean fortran = field(ORDER, header, name).equals("True");
        if (fortran && Arrays.stream(shape).filter(axis -> axis > 1).count() > 1) {
            throw invalid(name, "is in Fortran order: save it with numpy.ascontiguousarray");
        }
        return new Header(element, shape);
    }

    /**
     * Writes an array to a file, which appears when it is complete.
     *
     * @throws TasteprintException {@code UNAVAILABLE} when it cannot be written
     */
    public static void write(Path file, Tensor tensor) {
        AtomicFile.write(file, out -> write(out, tensor));
    }

    /** Writes an array and leaves the stream open behind it. */
    public static void write(OutputStream out, Tensor tensor) throws IOException {
        writeHeader(out, tensor.shape());
        FloatBytes.write(out, tensor.values(), Float.BYTES);
    }

    /** Writes what stands before the values. */
    static void writeHeader(OutputStream out, long... shape) throws IOException {
        String axes = Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(", "));
        String comma = shape.length == 1 ? "," : "";
        String fields = "{'descr': '<f4', 'fortran_order': False, 'shape': (%s%s), }".formatted(axes, comma);
        int preamble = MAGIC.length + 4;
        int padded = Math.ceilDiv(preamble + fields.length() + 1, ALIGNMENT) * ALIGNMENT;
        String header = fields + " ".repeat(padded - preamble - fields.length() - 1) + "\n";
        out.write(MAGIC);
        out.write(new byte[] {1, 0, (byte) header.length(), (byte) (header.length() >> Byte.SIZE)});
        out.write(header.getBytes(StandardCharsets.US_ASCII));
    }

    private static String header(InputStream in, String name) throws IOException {
        byte[] version = in.readNBytes(2);
        if (version.length < 2) {
            throw new EOFException();
        }
        int lengthBytes = switch (version[0]) {
            case 1 -> 2;
            case 2, 3 -> 4;
            default -> throw invalid(name, "has the unknown .npy version " + version[0]);
        };
        byte[] length = Arrays.copyOf(exactly(in, lengthBytes), 4);
        int headerBytes = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (headerBytes < 0 || headerBytes > MAXIMUM_HEADER_BYTES) {
            throw invalid(name, "has a header of %d bytes, more than any array needs".formatted(headerBytes));
        }
        return new String(exactly(in, headerBytes), StandardCharsets.UTF_8);
    }

    private static Element element(String descriptor, String name) {
        ByteOrder order = descriptor.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return switch (descriptor) {
            case "<f2", ">f2" -> new Element(Short.BYTES, order);
            case "<f4", ">f4" -> new Element(Float.BYTES, order);
            case "<f8", ">f8" -> new Element(Double.BYTES, order);
            default -> throw invalid(name, "holds elements of type '%s': save it as float32".formatted(descriptor));
        };
    }

    private static long[] shape(String axes, String name) {
        try {
            return Arrays.stream(axes.split(","))
                    .map(axis -> axis.replace("L", "").strip())
                    .filter(axis -> !axis.isEmpty())
                    .mapToLong(Long::parseLong)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new TasteprintException(Kind.INVALID_INPUT, "%s has the unreadable shape (%s)".formatted(name, axes), e);
        }
    }

    private static float[] values(InputStream in, Element element, long[] shape, String name) throws IOException {
        long size = size(shape, name);
        return FloatBytes.read(in, (int) size, element.bytes(), element.order());
    }

    private static long size(long[] shape, String name) {
        try {
            long size = Tensor.size(shape);
            if (size <= Integer.MAX_VALUE - 8) {
                return size;
            }
        } catch (IllegalArgumentException e) {
            throw new TasteprintException(Kind.INVALID_INPUT, name + " is damaged: " + e.getMessage(), e);
        }
        throw invalid(name, "is too large to be read at once: shape " + Arrays.toString(shape));
    }

    private static String field(Pattern pattern, String header, String name) {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw invalid(name, "has a header that cannot be understood: " + header.strip());
        }
        return matcher.group(1);
    }

    private static byte[] exactly(InputStream in, int bytes) throws IOException {
        byte[] read = in.readNBytes(bytes);
        if (read.length < bytes) {
            throw new EOFException();
        }
        return read;
    }

    private static TasteprintException invalid(String name, String what) {
        return new TasteprintException(Kind.INVALID_INPUT, name + " " + what);
    }
}
