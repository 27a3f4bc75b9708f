package org.tasteprint.cli.app;

import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.tasteprint.core.Sha256;

/**
 * Writes files into a {@code .tar.gz}, whose last member, {@code SHA256SUMS}, has the checksums of all others in the manner of
 * {@code sha256sum}: without it the file is not complete. Memory does not grow with the number or size of files.
 */
final class BackupWriter implements AutoCloseable {
    static final String SUMS = "SHA256SUMS";
    private static final int BLOCK = 1 << 16;

    private final Path sumsFile;
    private final BufferedWriter sums;
    private final TarArchiveOutputStream tar;

    /** @param sums a file to collect checksums in */
    BackupWriter(OutputStream out, Path sums) throws IOException {
        GzipParameters fast = new GzipParameters();
        fast.setCompressionLevel(Deflater.BEST_SPEED);
        fast.setBufferSize(BLOCK);
        this.sumsFile = sums;
        this.sums = Files.newBufferedWriter(sums);
        // The stream is its owner's to close.
        this.tar = new TarArchiveOutputStream(
                new GzipCompressorOutputStream(
                        new FilterOutputStream(out) {
                            @Override
                            public void write(byte[] bytes, int from, int count) throws IOException {
                                out.write(bytes, from, count);
                            }

                            @Override
                            public void close() throws IOException {
                                flush();
                            }
                        },
                        fast),
                "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
    }

    /**
     * Adds a file under its path within {@code base}; a file that is replaced meanwhile is added as it was when this began.
     *
     * @return false when there is no such file any more
     */
    boolean add(Path base, Path file) throws IOException {
        String name = base.relativize(file).toString().replace('\\', '/');
        try (FileChannel channel = FileChannel.open(file);
                InputStream in = Channels.newInputStream(channel)) {
            MessageDigest sha256 = Sha256.digest();
            write(name, in, channel.size(), Files.getLastModifiedTime(file), sha256);
            sums.write("%s  %s\n".formatted(Sha256.hexadecimal(sha256), name));
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Adds the checksums: now it is complete. */
    void finish() throws IOException {
        sums.close();
        try (InputStream in = Files.newInputStream(sumsFile)) {
            write(SUMS, in, Files.size(sumsFile), Files.getLastModifiedTime(sumsFile), Sha256.digest());
        }
        tar.finish();
    }

    private void write(String name, InputStream in, long size, FileTime modified, MessageDigest sha256) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setModTime(modified);
        tar.putArchiveEntry(entry);
        byte[] block = new byte[BLOCK];
        for (long left = size; left > 0; ) {
            int count = in.read(block, 0, (int) Math.min(block.length, left));
            if (count < 0) {
                throw new IOException("%s became shorter while it was read".formatted(name));
            }
            tar.write(block, 0, count);
            sha256.update(block, 0, count);
            left -= count;
        }
        tar.closeArchiveEntry();
    }

    @Override
    public void close() throws IOException {
        sums.close();
        tar.close();
    }
}
