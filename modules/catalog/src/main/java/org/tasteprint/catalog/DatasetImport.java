package org.tasteprint.catalog;

import java.nio.file.Path;
import org.tasteprint.core.Progress;

/** Imports a dataset folder, or any folder of audio. */
public final class DatasetImport {
    public DatasetImport(Catalog catalog, TagReader tags) {}

    /** Imports the folder: as a dataset where it has a {@code tracks.csv}, otherwise every sound file in it. */
    public ImportReport run(Path folder, Progress progress) {
        throw new UnsupportedOperationException("not built yet");
    }
}
