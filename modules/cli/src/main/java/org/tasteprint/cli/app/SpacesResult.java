package org.tasteprint.cli.app;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tasteprint.index.Precision;
import org.tasteprint.index.SpaceInfo;
import org.tasteprint.index.SpaceVersion;
import org.tasteprint.index.ranking.Hubness;

/** The spaces there are. */
public record SpacesResult(List<Space> spaces) {
    /** What a space's provenance calls the SHA-256 of its model. */
    static final String MODEL = "model_sha256";

    /**
     * One space.
     *
     * @param updates how often single vectors were changed since it was built
     * @param made    when the vectors were made
     * @param modelSha256 of the model whose output they are; empty where none made them
     * @param hubness how much of a hub some tracks are; absent unless it was asked for
     */
    public record Space(
            String name,
            int version,
            long vectors,
            int dimensions,
            long bytes,
            Precision precision,
            long updates,
            String made,
            String modelSha256,
            List<Version> versions,
            Optional<Hubness> hubness) {
        static Space of(SpaceInfo info, List<SpaceVersion> versions, Optional<Hubness> hubness) {
            return new Space(
                    info.name(),
                    info.version(),
                    info.vectors(),
                    info.dimensions(),
                    info.bytes(),
                    info.precision(),
                    info.updates(),
                    info.provenance().made().toString(),
                    info.provenance().parameters().getOrDefault(MODEL, ""),
                    versions.stream().map(Version::of).toList(),
                    hubness);
        }
    }

    /** One version of a space. */
    public record Version(int version, String state, String since, long bytes) {
        static Version of(SpaceVersion version) {
            return new Version(
                    version.number(),
                    version.state().name().toLowerCase(Locale.ROOT),
                    Instant.ofEpochSecond(version.since().getEpochSecond()).toString(),
                    version.bytes());
        }
    }
}
