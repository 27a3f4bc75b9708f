package org.tasteprint.index.query;

import static java.util.Objects.requireNonNull;

/** What a query starts from: it pulls the answer towards itself, or pushes it away when its weight is negative. */
public sealed interface Seed {
    /** How strongly it pulls, relative to the other seeds; negative pushes; never 0. */
    double weight();

    /** A point of the space. */
    record OfId(String id, double weight) implements Seed {
        public OfId {
            requireNonNull(id, "id is null");
            requireWeight(weight);
        }
    }

    /**
     * Any direction: of an uploaded file, of a listener.
     *
     * @param vector float[dimensions of the space]; its length does not matter; not copied, not to be changed
     */
    record OfVector(float[] vector, double weight) implements Seed {
        public OfVector {
            requireNonNull(vector, "vector is null");
            requireWeight(weight);
        }
    }

    private static void requireWeight(double weight) {
        if (weight == 0 || !Double.isFinite(weight)) {
            throw new IllegalArgumentException("weight must be finite and not 0; weight=" + weight);
        }
    }
}
