package org.tasteprint.index;

import static java.util.Objects.requireNonNull;

import org.tasteprint.core.Provenance;

/**
 * What a space is to be, before it has vectors.
 *
 * @param name          letters, digits, and {@code . _ @ -}
 * @param dimensions    length of every vector, in 1..4096
 * @param precision     how its graph sees vectors
 * @param preprocessing what raw vectors went through before they come here
 * @param provenance    how the model came to be that made the vectors
 */
public record SpaceDefinition(
        String name, int dimensions, Precision precision, Preprocessing preprocessing, Provenance provenance) {
    public SpaceDefinition {
        requireNonNull(name, "name is null");
        requireNonNull(precision, "precision is null");
        requireNonNull(preprocessing, "preprocessing is null");
        requireNonNull(provenance, "provenance is null");
        if (dimensions < 1 || dimensions > VectorCodec.MAX_DIMENSIONS) {
            throw new IllegalArgumentException("dimensions must be in 1..%d; dimensions=%d"
                    .formatted(VectorCodec.MAX_DIMENSIONS, dimensions));
        }
    }

    /** Of exact vectors that are taken as they are. */
    public static SpaceDefinition of(String name, int dimensions, Provenance provenance) {
        return new SpaceDefinition(name, dimensions, Precision.FLOAT32, Preprocessing.NONE, provenance);
    }

    /** This, with another precision. */
    public SpaceDefinition with(Precision other) {
        return new SpaceDefinition(name, dimensions, other, preprocessing, provenance);
    }

    /** This, with another preprocessing. */
    public SpaceDefinition with(Preprocessing other) {
        return new SpaceDefinition(name, dimensions, precision, other, provenance);
    }
}
