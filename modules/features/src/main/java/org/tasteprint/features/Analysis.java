package org.tasteprint.features;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.TasteprintException;

/**
 * One file on its way to features, in two halves that run on two threads: {@link #prepare} decodes and transforms, ahead of the
 * networks and for several files at a time; {@link #finish} runs the networks, one file after another. Each is called once.
 */
interface Analysis {
    /**
     * Decodes the file and computes what needs no network. It hands that over as it goes, and may wait until {@code finish}
     * takes it: so memory does not grow with the length of the file. An interrupt ends it.
     *
     * @throws TasteprintException when the file cannot be used: {@code finish} fails with the same
     */
    void prepare();

    /**
     * Computes the features; waits for {@code prepare}, which may not have begun.
     *
     * @return every feature that was asked for, by name
     * @throws ExecutionException   when {@code prepare} failed; the cause is what it threw
     * @throws InterruptedException when this thread was interrupted while it waited
     */
    Map<String, FeatureMatrix> finish() throws ExecutionException, InterruptedException;
}
