package org.tasteprint.cli.app;

import java.nio.file.Path;
import java.util.Set;
import org.tasteprint.core.Track;
import org.tasteprint.index.query.Attributes;

/** What filters can ask of a track. */
public final class TrackAttributes {
    private TrackAttributes() {}

    static Attributes of(Track track, Set<String> tags) {
        return new Attributes(
                track.artist(),
                track.album(),
                track.genre(),
                track.year(),
                tags,
                track.audio().map(Path::getParent).map(TrackAttributes::slashed).orElse(""));
    }

    /** A folder as the index wants it: absolute, with / between its parts. */
    public static String slashed(Path folder) {
        return folder.toAbsolutePath().normalize().toString().replace('\\', '/');
    }
}
