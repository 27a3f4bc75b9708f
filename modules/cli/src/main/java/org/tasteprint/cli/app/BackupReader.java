package org.tasteprint.cli.app;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.tasteprint.core.Progress;
import org.tasteprint.core.Sha256;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Unpacks what {@link BackupWriter} wrote, and holds it against its checksums. */
final class BackupReader {
    private static final String ABOUT = "backup.json";
    private static final int BLOCK = 1 << 16;

    private BackupReader() {}

    /**
     * Unpacks a backup into a folder.
     *
     * @param sums   a file to collect checksums in
     * @param format that {@code backup.json}, the first member, must have
     * @return the number of files, without those of the database
     * @throws TasteprintException {@code NOT_FOUND} when there is no such file, {@code INVALID_INPUT} when it is no backup, is cut off,
     *     or a checksum differs
     */
    static long unpack(Path from, Path into, Path sums, String format, Progress progress) throws IOException {
        Files.createDirectories(into);
        long files = 0;
        boolean complete = false;
        try (TarArchiveInputStream tar = open(from);
                BufferedWriter found = Files.newBufferedWriter(sums);
                Progress.Task task = progress.begin("unpacking the backup", "files", 0)) {
            for (TarArchiveEntry entry = next(from, tar); entry != null; entry = complete ? null : next(from, tar)) {
                Path target = target(from, into, entry);
                String sum = write(from, tar, target);
                complete = entry.getName().equals(BackupWriter.SUMS);
                if (entry.getName().equals(ABOUT)) {
                    requireFormat(from, target, format);
                }
                if (!complete) {
                    found.write("%s  %s\n".formatted(sum, entry.getName()));
                    files += entry.getName().startsWith("database/") || entry.getName().equals(ABOUT) ? 0 : 1;
                    task.advance(1);
                }
            }
        }
        if (!complete) {
            throw damaged(from, "its end is missing", null);
        }
        requireSame(from, into.resolve(BackupWriter.SUMS), sums);
        return files;
    }

    private static TarArchiveInputStream open(Path from) throws IOException {
        InputStream file;
        try {
            file = new BufferedInputStream(Files.newInputStream(from), BLOCK);
        } catch (NoSuchFileException e) {
            throw new TasteprintException(Kind.NOT_FOUND, "there is no file %s: name a backup".formatted(from), e);
        }
        try {
            return new TarArchiveInputStream(new GzipCompressorInputStream(file, true), "UTF-8");
        } catch (IOException e) {
            file.close();
            throw damaged(from, "it is no .tar.gz", e);
        }
    }

    /** The next member; whatever is thrown while reading is the backup's fault, not that of the disk that is written to. */
    private static TarArchiveEntry next(Path from, TarArchiveInputStream tar) {
        try {
            return tar.getNextEntry();
        } catch (IOException e) {
            throw damaged(from, e.getMessage(), e);
        }
    }

    /** Where a member goes: to a place of its own below the folder, or its name is not what was written. */
    private static Path target(Path from, Path into, TarArchiveEntry entry) throws IOException {
        try {
            Path target = into.resolve(entry.getName()).normalize();
            if (entry.isFile() && target.startsWith(into) && Files.notExists(target)) {
                Files.createDirectories(target.getParent());
                return target;
            }
        } catch (InvalidPathException | FileAlreadyExistsException e) {
            throw damaged(from, "it has a member called " + entry.getName(), e);
        }
        throw damaged(from, "it has a member called " + entry.getName(), null);
    }

    private static String write(Path from, TarArchiveInputStream tar, Path target) throws IOException {
        MessageDigest sha256 = Sha256.digest();
        byte[] block = new byte[BLOCK];
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int count = read(from, tar, block); count >= 0; count = read(from, tar, block)) {
                sha256.update(block, 0, count);
                out.write(block, 0, count);
            }
        }
        return Sha256.hexadecimal(sha256);
    }

    private static int read(Path from, TarArchiveInputStream tar, byte[] block) {
        try {
            return tar.read(block);
        } catch (IOException e) {
            throw damaged(from, e.getMessage(), e);
        }
    }

    private static void requireFormat(Path from, Path about, String format) throws IOException {
        try {
            if (JsonMapper.shared().readTree(Files.readString(about)).path("format").asString("").equals(format)) {
                return;
            }
        } catch (JacksonException e) {
            throw damaged(from, "backup.json cannot be read", e);
        }
        throw new TasteprintException(
                Kind.INVALID_INPUT, "%s is no '%s': name a file that this version's backup command wrote".formatted(from, format));
    }

    private static void requireSame(Path from, Path said, Path found) throws IOException {
        if (Files.mismatch(said, found) < 0) {
            return;
        }
        try (BufferedReader one = Files.newBufferedReader(said);
                BufferedReader other = Files.newBufferedReader(found)) {
            String line = other.readLine();
            while (line != null && line.equals(one.readLine())) {
                line = other.readLine();
            }
            throw damaged(from, "the checksum of %s differs".formatted(line == null ? "a file" : line.replaceFirst("^\\S+ +", "")), null);
        }
    }

    private static TasteprintException damaged(Path from, String how, Exception cause) {
        return new TasteprintException(
                Kind.INVALID_INPUT, "the backup %s is damaged (%s): nothing was restored; take another one".formatted(from, how), cause);
    }
}
