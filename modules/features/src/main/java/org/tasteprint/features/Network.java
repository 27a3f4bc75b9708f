package org.tasteprint.features;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tasteprint.nets.musicnn.Musicnn;

/** A network over the segments of a track: one track at a time, and so many segments that an hour of sound fits into memory. */
final class Network implements AutoCloseable {
    static final int SEGMENTS_AT_ONCE = 64;

    private final Musicnn musicnn;
    private final int segmentsAtOnce;

    Network(Musicnn musicnn, int segmentsAtOnce) {
        this.musicnn = musicnn;
        this.segmentsAtOnce = segmentsAtOnce;
    }

    synchronized Musicnn.Activations analyse(Segments segments) {
        List<Musicnn.Activations> parts = new ArrayList<>();
        for (int from = 0; from < segments.count(); from += segmentsAtOnce) {
            int to = Math.min(segments.count(), from + segmentsAtOnce);
            parts.add(musicnn.analyse(segments.patches(from, to), to - from));
        }
        return parts.size() == 1
                ? parts.getFirst()
                : new Musicnn.Activations(
                        segments.count(),
                        joined(parts, Musicnn.Activations::maxPool),
                        joined(parts, Musicnn.Activations::meanPool),
                        joined(parts, Musicnn.Activations::penultimate),
                        joined(parts, Musicnn.Activations::taggram));
    }

    private static float[] joined(List<Musicnn.Activations> parts, Function<Musicnn.Activations, float[]> values) {
        Floats all = new Floats();
        parts.forEach(part -> all.append(values.apply(part)));
        return all.toArray();
    }

    @Override
    public synchronized void close() {
        musicnn.close();
    }
}
