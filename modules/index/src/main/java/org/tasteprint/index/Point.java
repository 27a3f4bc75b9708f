package org.tasteprint.index;

import static java.util.Objects.requireNonNull;

import org.tasteprint.core.Embedding;
import org.tasteprint.index.query.Attributes;

/**
 * What goes into a space.
 *
 * @param id         the track or user it stands for, unique in the space
 * @param vector     float[dimensions], finite and not zero; its length does not matter; not copied, not to be changed
 * @param attributes what filters can ask for
 */
public record Point(String id, float[] vector, Attributes attributes) {
    public Point {
        requireNonNull(id, "id is null");
        requireNonNull(vector, "vector is null");
        requireNonNull(attributes, "attributes is null");
    }

    /** A point that no filter but those of ids finds. */
    public static Point of(Embedding embedding) {
        return new Point(embedding.id(), embedding.vector(), Attributes.NONE);
    }
}
