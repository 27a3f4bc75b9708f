package org.tasteprint.catalog;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import org.tasteprint.catalog.log.LogFile;
import org.tasteprint.catalog.log.LogReader;
import org.tasteprint.catalog.log.LogRequest;
import org.tasteprint.core.Progress;
import org.tasteprint.core.Sha256;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/**
 * Imports logs of listens.
 *
 * <p>A listen meets a track of the catalogue by its id, else by artist and title, whatever their case, accents, punctuation,
 * articles and guests. Where no track, or more than one, bears the name, it counts as a play of the artist, and so for all of the
 * artist's tracks; it becomes one of the track if the catalogue gets it later. Listeners can therefore be learned from a log alone.
 *
 * <p>Rows that cannot be taken are listed in the report. Importing a log twice, or two that overlap, changes nothing: listens with
 * a time are known by it, counts replace counts, and rows without a time are known by their number in the log. Memory does not grow with
 * the log. An import that was interrupted goes on where it was when it is repeated.
 */
public final class ListensImport {
    private static final int KNOWN_BITS_OF_A_LOG = 19;
    private static final int KNOWN_BITS_OF_A_DOCUMENT = 10;

    private final Catalog catalog;

    public ListensImport(Catalog catalog) {
        this.catalog = requireNonNull(catalog, "catalog is null");
    }

    /**
     * Imports one log.
     *
     * @param log a file, plain or packed by gzip; for HetRec and ListenBrainz also the folder, for ListenBrainz also the zip
     * @throws TasteprintException when the file does not exist or is not what the request says
     */
    public ImportReport run(Path log, LogRequest request, Progress progress) {
        if (Files.notExists(log)) {
            throw new TasteprintException(Kind.NOT_FOUND, "there is no file " + log + ": check the path");
        }
        Tally tally = new Tally();
        run(log, request, tally, progress);
        return tally.report();
    }

    void run(Path log, LogRequest request, Tally tally, Progress progress) {
        LogFile content = LogFile.of(log);
        String source = Sha256.of(String.join(
                "\n", content.sha256(), LogReader.format(log, request).toString(), request.columns().toString(), request.user()));
        try (Progress.Task task = progress.begin("importing " + log.getFileName(), "lines", content.lines())) {
            store(source, KNOWN_BITS_OF_A_LOG, tally, task, sink -> LogReader.read(log, request, sink));
        }
    }

    /**
     * Takes a document that a player sends to {@code submit-listens}, as ListenBrainz does.
     *
     * @param userId whose listens they are
     * @param json   {@code {"listen_type": "single" | "import" | "playing_now", "payload": [listen, …]}}; of {@code playing_now}
     *     nothing is kept
     * @throws TasteprintException {@code INVALID_INPUT} when it is not JSON; listens that cannot be taken are listed in the report
     */
    public ImportReport submit(String userId, byte[] json) {
        Tally tally = new Tally();
        try (Progress.Task task = Progress.SILENT.begin("", "", 0)) {
            store("", KNOWN_BITS_OF_A_DOCUMENT, tally, task, sink -> LogReader.readSubmission(json, userId, sink));
        }
        return tally.report();
    }

    @FunctionalInterface
    private interface Reading {
        void into(ListenLoad load);
    }

    private void store(String source, int knownBits, Tally tally, Progress.Task task, Reading reading) {
        catalog.transaction(handle -> {
            SongMatch.refresh(handle);
            return handle;
        });
        catalog.session(handle -> {
            ImportState state = ImportState.of(handle, source);
            try (ListenStore store = new ListenStore(handle, tally, state, knownBits);
                    ListenLoad load = new ListenLoad(store, tally, task, state.listens())) {
                reading.into(load);
                load.finish();
            }
            return handle;
        });
    }
}
