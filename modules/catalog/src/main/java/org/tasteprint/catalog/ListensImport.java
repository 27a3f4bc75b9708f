package org.tasteprint.catalog;

import java.nio.file.Path;
import org.tasteprint.core.Progress;

/** Imports listening logs for tracks and artists. */
public final class ListensImport {
    /** How a log is written. */
    public enum Format {
        /** {@code user_id,track_id,event,timestamp} or {@code user_id,artist,plays}, told apart by the header. */
        CSV,
        /** {@code user_artists.dat} of HetRec 2011, with {@code artists.dat} beside it. */
        HETREC
    }

    public ListensImport(Catalog catalog) {}

    public ImportReport run(Path file, Format format, Progress progress) {
        throw new UnsupportedOperationException("not built yet");
    }
}
