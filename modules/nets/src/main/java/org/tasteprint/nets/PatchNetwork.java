package org.tasteprint.nets;

import java.util.Map;

/**
 * A network that hears patches of a log-mel spectrogram, each for itself. Safe for use by several threads, though one at a time is
 * as fast: the patches of a call are shared out among all cores.
 */
public interface PatchNetwork extends AutoCloseable {
    /**
     * Runs the network.
     *
     * @return float[count][dimensions] by the output's name, for example {@code taggram}; the same names in every call
     */
    Map<String, float[]> activations(Patches patches);

    /** Waits for what is under way, then frees the weights. */
    @Override
    void close();
}
