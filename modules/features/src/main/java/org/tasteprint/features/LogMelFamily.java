package org.tasteprint.features;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.tasteprint.audio.LogMel;
import org.tasteprint.audio.Pcm;
import org.tasteprint.audio.Spectrogram;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.nets.musicnn.Musicnn;
import org.tasteprint.nets.registry.ModelRegistry;

/**
 * Features of sound at 16 kHz: its {@linkplain LogMel log-mel spectrogram}, statistics of that, and what the musicnn networks make
 * of it. Needs 3 seconds of sound. A network works on one file at a time, with all cores.
 */
final class LogMelFamily implements FeatureFamily {
    /** Raised whenever decoding or the log-mel front end gives other numbers than before. */
    private static final int VERSION = 1;

    private static final String MUSICNN = "musicnn-";

    private final ModelRegistry registry;
    private final Map<String, NetworkFeature> networkFeatures = new TreeMap<>();
    private final Map<String, Network> networks = new ConcurrentHashMap<>();

    private record NetworkFeature(String network, NetworkOutput output) {}

    /** @param registry where the networks' weights are */
    LogMelFamily(ModelRegistry registry) {
        this.registry = requireNonNull(registry, "registry is null");
        registry.models().stream().map(model -> model.name()).filter(name -> name.startsWith(MUSICNN)).forEach(name -> {
            for (NetworkOutput output : NetworkOutput.values()) {
                networkFeatures.put(output.of(name), new NetworkFeature(name, output));
            }
        });
    }

    @Override
    public Set<String> features() {
        Set<String> names = new TreeSet<>(networkFeatures.keySet());
        names.add(FeatureNames.LOG_MEL);
        names.add(FeatureNames.LOG_MEL_STATS);
        return names;
    }

    @Override
    public Rows rows(String feature) {
        return feature.equals(FeatureNames.LOG_MEL) ? Rows.FRAMES : Rows.SEGMENTS;
    }

    @Override
    public FeatureFolder.Recipe recipe(String feature) {
        return networkFeatures.get(feature) instanceof NetworkFeature(String network, NetworkOutput _)
                ? new FeatureFolder.Recipe(network, VERSION, registry.model(network).sha256())
                : new FeatureFolder.Recipe(feature, VERSION, "");
    }

    @Override
    public void load(Set<String> features) {
        for (String feature : features) {
            if (networkFeatures.get(feature) instanceof NetworkFeature(String network, NetworkOutput _)) {
                network(network);
            }
        }
    }

    @Override
    public Analysis begin(Recording recording, String trackId, Set<String> features, Hop hop) {
        return new WholeAnalysis<>(() -> logMel(recording), logMel -> analyse(logMel, trackId, features, hop));
    }

    private static Spectrogram logMel(Recording recording) {
        Pcm pcm = recording.decode(LogMel.SAMPLE_RATE_HZ);
        if (1 + pcm.samples().length / LogMel.HOP_SAMPLES < Segments.FRAMES) {
            throw Refusal.tooShort(recording.file(), pcm.duration().toMillis() / 1e3, 3);
        }
        if (pcm.peak() < FeatureExtractor.SILENCE_PEAK) {
            throw Refusal.silent(recording.file());
        }
        return LogMel.of(pcm);
    }

    private Map<String, FeatureMatrix> analyse(Spectrogram spectrogram, String trackId, Set<String> features, Hop hop) {
        Segments segments = new Segments(spectrogram, hop);
        Map<String, Musicnn.Activations> activations = new HashMap<>();
        Map<String, FeatureMatrix> results = new HashMap<>();
        for (String feature : features) {
            float[] values = switch (feature) {
                case FeatureNames.LOG_MEL -> spectrogram.values();
                case FeatureNames.LOG_MEL_STATS -> segments.statistics();
                default -> {
                    NetworkFeature wanted = networkFeatures.get(feature);
                    yield wanted.output().values(activations.computeIfAbsent(
                            wanted.network(), name -> network(name).analyse(segments)));
                }
            };
            int rows = feature.equals(FeatureNames.LOG_MEL) ? spectrogram.frames() : segments.count();
            results.put(feature, new FeatureMatrix(
                    feature, values.length / rows, Collections.nCopies(rows, trackId), values));
        }
        return results;
    }

    private Network network(String name) {
        return networks.computeIfAbsent(name, absent -> {
            Path weights = registry.cached(absent)
                    .orElseThrow(() -> new TasteprintException(
                            Kind.UNAVAILABLE,
                            "the weights of %s are not on this machine: run ./tasteprint models pull".formatted(absent)));
            return new Network(Musicnn.load(weights), Network.SEGMENTS_AT_ONCE);
        });
    }

    @Override
    public void close() {
        networks.values().forEach(Network::close);
        networks.clear();
    }
}
