package org.tasteprint.features;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tasteprint.nets.PatchNetwork;

/** A network over the segments of a track: one track at a time, and so many segments that an hour of sound fits into memory. */
final class Network implements AutoCloseable {
    static final int SEGMENTS_AT_ONCE = 64;

    private final PatchNetwork network;
    private final int segmentsAtOnce;

    Network(PatchNetwork network, int segmentsAtOnce) {
        this.network = network;
        this.segmentsAtOnce = segmentsAtOnce;
    }

    /** @return float[segments][dimensions] by the output's name */
    synchronized Map<String, float[]> analyse(Segments segments) {
        Map<String, Floats> joined = new LinkedHashMap<>();
        for (int from = 0; from < segments.count(); from += segmentsAtOnce) {
            int to = Math.min(segments.count(), from + segmentsAtOnce);
            network.activations(segments.patches(from, to))
                    .forEach((output, values) -> joined.computeIfAbsent(output, absent -> new Floats()).append(values));
        }
        Map<String, float[]> activations = new LinkedHashMap<>();
        joined.forEach((output, values) -> activations.put(output, values.toArray()));
        return activations;
    }

    @Override
    public synchronized void close() {
        network.close();
    }
}
