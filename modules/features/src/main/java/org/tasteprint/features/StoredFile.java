package org.tasteprint.features;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.function.Consumer;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.nets.format.NpyRows;

/** A file of the store that is whole: its rows are read when they are asked for. */
record StoredFile(String trackId, Path path, int rows, int dimensions) {
    /**
     * Looks at a file's header and length.
     *
     * @param damaged told what is wrong with a file that is there but cannot be used
     * @return empty when there is no such file, or it cannot be used
     * @throws TasteprintException {@code UNAVAILABLE} when it cannot be opened for another reason: permissions, a failing disk
     */
    static Optional<StoredFile> open(String trackId, Path file, Consumer<String> damaged) {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try (NpyRows npy = NpyRows.open(file)) {
            if (npy.rows() > 0 && npy.dimensions() > 0 && npy.rows() * npy.dimensions() <= Integer.MAX_VALUE - 8) {
                return Optional.of(new StoredFile(trackId, file, (int) npy.rows(), npy.dimensions()));
            }
            damaged.accept("%s has %d rows of %d numbers".formatted(file, npy.rows(), npy.dimensions()));
        } catch (TasteprintException e) {
            switch (e.kind()) {
                case INVALID_INPUT -> damaged.accept(e.getMessage());
                case NOT_FOUND -> {} // deleted since we looked
                case CONFLICT, UNAVAILABLE -> throw e;
            }
        }
        return Optional.empty();
    }

    /**
     * float[rows][dimensions], row after row.
     *
     * @throws TasteprintException {@code CONFLICT} when the file has other rows by now
     */
    float[] values() {
        try (NpyRows npy = NpyRows.open(path)) {
            if (npy.rows() != rows || npy.dimensions() != dimensions) {
                throw new TasteprintException(
                        Kind.CONFLICT, path + " was replaced while it was read: wait for what writes it, then try again");
            }
            return npy.read(0, rows);
        }
    }

    /** All rows of the file as it is now. */
    FeatureMatrix matrix(String feature) {
        try (NpyRows npy = NpyRows.open(path)) {
            int rowsNow = Math.toIntExact(npy.rows());
            return new FeatureMatrix(
                    feature, npy.dimensions(), Collections.nCopies(rowsNow, trackId), npy.read(0, rowsNow));
        }
    }
}
