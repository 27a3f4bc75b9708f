package org.tasteprint.catalog;

import java.nio.file.Path;

/** Reads the tags of sound files; several threads may call it at once. */
@FunctionalInterface
public interface TagReader {
    /** @throws org.tasteprint.core.TasteprintException when the file is no audio or cannot be read */
    FileTags read(Path file);

    /** Whether the file is worth reading, by its name; the import of a folder passes over the others in silence. */
    default boolean accepts(Path file) {
        return true;
    }
}
