package org.tasteprint.features;

import java.util.Set;
import org.tasteprint.core.TasteprintException;

/**
 * Features that share a front end: a file is decoded once for all of them. Safe for use by several threads.
 *
 * <p>{@link FeatureExtractor} holds one of each and asks a family only for features that it has.
 */
interface FeatureFamily extends AutoCloseable {
    /** Names of the features it computes, whether or not the weights they need are on this machine. */
    Set<String> features();

    /** What a row of {@code feature} describes. */
    Rows rows(String feature);

    /** What {@code feature} is made by. */
    FeatureFolder.Recipe recipe(String feature);

    /**
     * Loads the networks that {@code features} need, and keeps them until the family is closed.
     *
     * @throws TasteprintException {@code UNAVAILABLE} when weights are not there
     */
    void load(Set<String> features);

    /**
     * Begins to compute features of one recording; nothing is read yet.
     *
     * @param trackId what the rows are labelled with
     * @param hop     how far segments are apart; features of other rows take no notice
     */
    Analysis begin(Recording recording, String trackId, Set<String> features, Hop hop);

    /** Frees the networks. */
    @Override
    void close();
}
