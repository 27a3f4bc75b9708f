package org.tasteprint.core;

import static java.util.Objects.requireNonNull;

/**
 * A point in an embedding space.
 *
 * @param id     the track or user it stands for
 * @param vector coordinates; not copied, not to be changed
 */
public record Embedding(String id, float[] vector) {
    public Embedding {
        requireNonNull(id, "id is null");
        requireNonNull(vector, "vector is null");
    }
}
