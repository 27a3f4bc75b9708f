package org.tasteprint.genre.classifier;

/**
 * All rows, turned onto directions that were found with some of them alone: what a fold holds out must not have shown the
 * directions its labels.
 */
@FunctionalInterface
public interface Directions {
    /**
     * Returns double[all rows][columns].
     *
     * @param learned the rows whose labels may be looked at
     */
    double[][] rows(int[] learned);
}
