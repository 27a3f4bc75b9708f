package org.tasteprint.index;

import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.core.Vectors;

/** What may enter a space: vectors that have a direction. */
final class Directions {
    private Directions() {}

    /**
     * The vector scaled to length 1.
     *
     * @param what names the vector in the error
     * @throws TasteprintException {@code INVALID_INPUT} when its length is another, it is zero, or has a value that is not finite
     */
    static float[] unit(float[] vector, int dimensions, String what) {
        if (vector.length != dimensions) {
            throw invalid("%s has %d dimensions where %d are expected: build the space and the query with one model"
                    .formatted(what, vector.length, dimensions));
        }
        double norm = Vectors.norm(vector);
        if (!Double.isFinite(norm)) {
            throw invalid(what + " has a value that is not a finite number: extract or train it again");
        }
        if (norm == 0) {
            throw invalid(what + " is zero and has no direction: leave it out");
        }
        return Vectors.normalized(vector);
    }

    private static TasteprintException invalid(String message) {
        return new TasteprintException(Kind.INVALID_INPUT, message);
    }
}
