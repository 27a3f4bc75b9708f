package org.tasteprint.catalog.log;

import java.nio.file.Path;
import java.util.Optional;
import org.tasteprint.core.TasteprintException;

/** Reads logs of listens. */
public final class LogReader {
    private LogReader() {}

    /** How the log is written: as the request says, or as its content tells. */
    public static LogFormat format(Path log, LogRequest request) {
        return request.format().orElseGet(() -> LogDetection.of(log));
    }

    /**
     * Reads a log from beginning to end.
     *
     * @param log a file, plain or packed by gzip; for HetRec and ListenBrainz also the folder, for ListenBrainz also the zip
     * @throws TasteprintException when it cannot be read, or is not what the request says
     */
    public static void read(Path log, LogRequest request, ListenSink sink) {
        switch (format(log, request)) {
            case CSV -> TableLog.read(log, Optional.empty(), request, sink);
            case TSV -> TableLog.read(log, Optional.of('\t'), request, sink);
            case LASTFM_1K -> TabbedLog.lastfm1k(log, sink);
            case LASTFM_360K -> TabbedLog.lastfm360k(log, sink);
            case HETREC -> TabbedLog.hetrec(log, sink);
            case LISTENBRAINZ -> ListenBrainzExport.read(log, request.user(), sink);
            case MSD -> TabbedLog.msd(log, sink);
        }
    }

    /**
     * Reads a document that a player sends to {@code submit-listens}.
     *
     * @param json {@code {"listen_type": "single", "payload": […]}}; of {@code playing_now} nothing is kept
     * @throws TasteprintException {@code INVALID_INPUT} when it is not JSON
     */
    public static void readSubmission(byte[] json, String user, ListenSink sink) {
        ListenBrainzLog.document(json, user, sink);
    }
}
