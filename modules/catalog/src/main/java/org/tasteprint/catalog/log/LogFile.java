package org.tasteprint.catalog.log;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.tasteprint.core.Sha256;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/**
 * What is in a file or folder.
 *
 * @param sha256 of the content, unpacked where the file is a gzip
 * @param lines  how many there are in all; those of a zip are not counted
 */
public record LogFile(String sha256, long lines) {
    private static final int BLOCK_BYTES = 1 << 16;

    /** Reads all of it once. */
    public static LogFile of(Path fileOrFolder) {
        MessageDigest digest = Sha256.digest();
        long lines = 0;
        for (Path file : files(fileOrFolder)) {
            try (InputStream in = open(file)) {
                byte[] block = new byte[BLOCK_BYTES];
                for (int read = in.read(block); read >= 0; read = in.read(block)) {
                    digest.update(block, 0, read);
                    for (int i = 0; i < read; i++) {
                        lines += block[i] == '\n' ? 1 : 0;
                    }
                }
            } catch (IOException e) {
                throw failure(file, e);
            }
        }
        return new LogFile(Sha256.hexadecimal(digest), fileOrFolder.toString().endsWith(".zip") ? 0 : lines);
    }

    /** The file itself, or every file below the folder in the order of their paths. */
    static List<Path> files(Path fileOrFolder) {
        try (Stream<Path> below = Files.walk(fileOrFolder)) {
            return below.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw failure(fileOrFolder, e);
        }
    }

    /** The content, unpacked where the file is a gzip. */
    static InputStream open(Path file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), BLOCK_BYTES);
        try {
            in.mark(2);
            int magic = in.read() | in.read() << 8;
            in.reset();
            return magic == GZIPInputStream.GZIP_MAGIC ? new GZIPInputStream(in, BLOCK_BYTES) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    static TasteprintException failure(Path file, IOException e) {
        return switch (e) {
            case CharacterCodingException _ ->
                new TasteprintException(Kind.INVALID_INPUT, file + " is not UTF-8: save it in that encoding and import it again", e);
            case NoSuchFileException _ -> new TasteprintException(Kind.NOT_FOUND, "there is no file " + file, e);
            case AccessDeniedException _ ->
                new TasteprintException(Kind.UNAVAILABLE, "%s may not be read: change its permissions".formatted(file), e);
            case ZipException _ -> cut(file, e);
            case EOFException _ -> cut(file, e);
            default -> new TasteprintException(Kind.UNAVAILABLE, "cannot read %s: %s".formatted(file, e.getMessage()), e);
        };
    }

    private static TasteprintException cut(Path file, IOException e) {
        return new TasteprintException(
                Kind.INVALID_INPUT, "%s is damaged or cut off (%s): fetch it again".formatted(file, e.getMessage()), e);
    }
}
