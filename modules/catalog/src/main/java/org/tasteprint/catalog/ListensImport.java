package org.tasteprint.catalog;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/** Imports listening logs. Rows that cannot be taken are listed in the report; importing a log twice changes nothing. */
public final class ListensImport {
    /** How a log is written. */
    public enum Format {
        /** {@code user_id,track_id,event[,timestamp]} or {@code user_id,artist,plays}, told apart by the header. */
        CSV,
        /** {@code user_artists.dat} of the Last.fm data of HetRec 2011, with {@code artists.dat} beside it. */
        HETREC;

        /** @throws TasteprintException {@code INVALID_INPUT} when there is no format of that name */
        public static Format of(String name) {
            for (Format format : values()) {
                if (format.name().equalsIgnoreCase(name)) {
                    return format;
                }
            }
            throw new TasteprintException(
                    Kind.INVALID_INPUT, "there is no format '%s': choose csv or hetrec".formatted(name));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Catalog catalog;

    public ListensImport(Catalog catalog) {
        this.catalog = requireNonNull(catalog, "catalog is null");
    }

    /**
     * Imports one log.
     *
     * @param file the log; for {@code HETREC} also the folder it is in
     * @throws TasteprintException when the file does not exist or is not of that format
     */
    public ImportReport run(Path file, Format format, Progress progress) {
        if (Files.notExists(file)) {
            throw new TasteprintException(Kind.NOT_FOUND, "there is no file " + file + ": check the path");
        }
        Tally tally = new Tally();
        switch (format) {
            case CSV -> csv(file, new CsvImport(catalog, tally, progress));
            case HETREC -> new HetrecImport(catalog, tally, progress).run(file);
        }
        return tally.report();
    }

    private static void csv(Path file, CsvImport rows) {
        try (CsvTable table = CsvTable.open(file)) {
            if (table.columns().contains("artist")) {
                rows.artistPlays(table.requiring(CsvImport.ARTIST_PLAYS));
            } else {
                rows.feedback(table.requiring(CsvImport.FEEDBACK));
            }
        }
    }
}
