package org.tasteprint.catalog.log;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/** How a log is written. */
public enum LogFormat {
    /** A table with columns separated by commas, semicolons, bars or tabs, named in its first line or by {@link LogColumn}s. */
    CSV,
    /** The same, separated by tabs for certain. */
    TSV,
    /** Last.fm Dataset 1K (Celma 2010): user, timestamp, artist MBID, artist, track MBID, track; separated by tabs. */
    LASTFM_1K,
    /** Last.fm Dataset 360K (Celma 2010): user, artist MBID, artist, plays; separated by tabs. */
    LASTFM_360K,
    /** {@code user_artists.dat} of the Last.fm data of HetRec 2011 (Cantador et al.), with {@code artists.dat} beside it. */
    HETREC,
    /** A ListenBrainz export (zip, folder or its {@code .jsonl} files), {@code submit-listens} documents and API answers. */
    LISTENBRAINZ,
    /** The taste profile of the Million Song Dataset (Bertin-Mahieux et al. 2011): user, song, plays; separated by tabs. */
    MSD;

    /** @throws TasteprintException {@code INVALID_INPUT} when there is no format of that name */
    public static LogFormat of(String name) {
        for (LogFormat format : values()) {
            if (format.toString().equals(name.toLowerCase(Locale.ROOT))) {
                return format;
            }
        }
        throw new TasteprintException(
                Kind.INVALID_INPUT,
                "there is no format '%s': choose one of %s"
                        .formatted(name, Arrays.stream(values()).map(LogFormat::toString).collect(Collectors.joining(", "))));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
