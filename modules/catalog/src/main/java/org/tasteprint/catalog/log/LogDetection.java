package org.tasteprint.catalog.log;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Finds out how a log is written: from its name where that is fixed, else from its first line. */
final class LogDetection {
    private static final Pattern LASTFM_1K =
            Pattern.compile("[^\t]+\t\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\t[^\t]*\t[^\t]*\t[^\t]*\t.*");
    private static final Pattern LASTFM_360K = Pattern.compile("[0-9a-f]{40}\t[^\t]*\t[^\t]*\t\\s*\\d+\\s*");
    private static final Pattern MSD = Pattern.compile("[0-9a-f]{40}\tSO[A-Z0-9]{16}\t\\d+");

    private LogDetection() {}

    static LogFormat of(Path path) {
        String name = path.getFileName().toString();
        if (Files.isDirectory(path)) {
            return Files.exists(path.resolve("user_artists.dat")) ? LogFormat.HETREC : LogFormat.LISTENBRAINZ;
        }
        if (name.equals("user_artists.dat")) {
            return LogFormat.HETREC;
        }
        if (name.endsWith(".zip")) {
            return LogFormat.LISTENBRAINZ;
        }
        String first = TableShape.firstLine(path);
        if (first.stripLeading().startsWith("{") || first.stripLeading().startsWith("[")) {
            return LogFormat.LISTENBRAINZ;
        }
        if (LASTFM_1K.matcher(first).matches()) {
            return LogFormat.LASTFM_1K;
        }
        if (LASTFM_360K.matcher(first).matches()) {
            return LogFormat.LASTFM_360K;
        }
        return MSD.matcher(first).matches() ? LogFormat.MSD : LogFormat.CSV;
    }
}
