package org.tasteprint.index;

import static java.util.Objects.requireNonNull;

import org.tasteprint.core.Provenance;

/**
 * One version of an embedding space, as its manifest describes it.
 *
 * @param name       name of the space, for example {@code taste}
 * @param version    1 for the first build, growing with each
 * @param vectors    how many it holds
 * @param dimensions length of a vector
 * @param bytes      size of its files
 * @param provenance how the model came to be that made the vectors
 * @param precision  how its graph sees vectors
 * @param updates    how often single vectors were added, replaced or removed since it was built
 */
public record SpaceInfo(
        String name,
        int version,
        long vectors,
        int dimensions,
        long bytes,
        Provenance provenance,
        Precision precision,
        long updates) {
    public SpaceInfo {
        requireNonNull(name, "name is null");
        requireNonNull(provenance, "provenance is null");
        requireNonNull(precision, "precision is null");
    }

    SpaceInfo updated(long vectorsNow, long bytesNow) {
        return new SpaceInfo(name, version, vectorsNow, dimensions, bytesNow, provenance, precision, updates + 1);
    }
}
