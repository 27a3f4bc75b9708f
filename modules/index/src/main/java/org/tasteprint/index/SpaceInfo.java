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
 */
public record SpaceInfo(String name, int version, long vectors, int dimensions, long bytes, Provenance provenance) {
    public SpaceInfo {
        requireNonNull(name, "name is null");
        requireNonNull(provenance, "provenance is null");
    }
}
