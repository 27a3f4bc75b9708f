package org.tasteprint.cli.app;

import java.util.List;
import org.tasteprint.index.SpaceInfo;

/** The spaces that were built. */
public record IndexResult(List<Space> spaces, double seconds) {
    /** One space. */
    public record Space(String name, int version, long vectors, int dimensions, long bytes) {
        static Space of(SpaceInfo info) {
            return new Space(info.name(), info.version(), info.vectors(), info.dimensions(), info.bytes());
        }
    }
}
