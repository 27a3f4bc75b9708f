package org.tasteprint.features;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.tasteprint.audio.LogMel;
import org.tasteprint.audio.Spectrogram;
import org.tasteprint.core.FeatureMatrix;

/** The features of one track, which grow with every block of log-mel frames. */
final class LogMelFeatures {
    /** What the rows of a feature come from. */
    sealed interface Source {
        /** The frames themselves. */
        record Frames() implements Source {}

        /** {@linkplain Segments#statistics() Statistics} of segments. */
        record Statistics() implements Source {}

        /** An output of a network for segments. */
        record NetworkFeature(String network, NetworkOutput output) implements Source {}
    }

    private final String trackId;
    private final Hop hop;
    private final Map<String, Source> wanted;
    private final Function<String, Network> networks;
    private final Map<String, Floats> values = new LinkedHashMap<>();
    private final boolean segmentsWanted;
    /** Frames that later segments begin with. */
    private float[] rest = new float[0];
    private int frames;
    private int segments;

    /**
     * @param wanted   features by name
     * @param networks networks by name
     */
    LogMelFeatures(String trackId, Hop hop, Map<String, Source> wanted, Function<String, Network> networks) {
        this.trackId = trackId;
        this.hop = hop;
        this.wanted = Map.copyOf(wanted);
        this.networks = networks;
        segmentsWanted = !Set.of(new Source.Frames()).containsAll(wanted.values());
        wanted.keySet().forEach(feature -> values.put(feature, new Floats()));
    }

    /** Takes the frames that follow those that were added before. */
    void add(Spectrogram block) {
        wanted.forEach((feature, source) -> {
            if (source instanceof Source.Frames) {
                values.get(feature).append(block.values());
            }
        });
        frames += block.frames();
        if (segmentsWanted) {
            addSegments(block.values());
        }
    }

    private void addSegments(float[] block) {
        Floats joined = new Floats();
        joined.append(rest);
        joined.append(block);
        float[] sound = joined.toArray();
        Segments full = new Segments(new Spectrogram(sound.length / LogMel.BANDS, LogMel.BANDS, sound), hop);
        Map<String, Map<String, float[]>> activations = new HashMap<>();
        if (full.count() > 0) {
            wanted.forEach((feature, source) -> {
                switch (source) {
                    case Source.Frames() -> {}
                    case Source.Statistics() -> values.get(feature).append(full.statistics());
                    case Source.NetworkFeature(String network, NetworkOutput output) -> values.get(feature)
                            .append(activations
                                    .computeIfAbsent(network, name -> networks.apply(name).analyse(full))
                                    .get(output.name()));
                }
            });
        }
        segments += full.count();
        int used = full.count() * hop.frames() * LogMel.BANDS;
        rest = Arrays.copyOfRange(sound, used, sound.length);
    }

    /** Every feature of all frames that were added. */
    Map<String, FeatureMatrix> matrices() {
        Map<String, FeatureMatrix> matrices = new HashMap<>();
        values.forEach((feature, itsValues) -> {
            int rows = wanted.get(feature) instanceof Source.Frames ? frames : segments;
            float[] array = itsValues.toArray();
            matrices.put(feature, new FeatureMatrix(
                    feature, array.length / rows, Collections.nCopies(rows, trackId), array));
        });
        return matrices;
    }
}
