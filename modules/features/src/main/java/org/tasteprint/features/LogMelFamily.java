package org.tasteprint.features;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.tasteprint.audio.LogMel;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.features.LogMelFeatures.Source;
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
    private final Map<String, Source> sources = new TreeMap<>();
    private final Map<String, Network> networks = new ConcurrentHashMap<>();

    /** @param registry where the networks' weights are */
    LogMelFamily(ModelRegistry registry) {
        this.registry = requireNonNull(registry, "registry is null");
        sources.put(FeatureNames.LOG_MEL, new Source.Frames());
        sources.put(FeatureNames.LOG_MEL_STATS, new Source.Statistics());
        registry.models().stream().map(model -> model.name()).filter(name -> name.startsWith(MUSICNN)).forEach(name -> {
            for (NetworkOutput output : NetworkOutput.values()) {
                sources.put(output.of(name), new Source.NetworkFeature(name, output));
            }
        });
    }

    @Override
    public Set<String> features() {
        return sources.keySet();
    }

    @Override
    public Rows rows(String feature) {
        return switch (sources.get(feature)) {
            case Source.Frames() -> Rows.FRAMES;
            case Source.Statistics(), Source.NetworkFeature _ -> Rows.SEGMENTS;
        };
    }

    @Override
    public FeatureFolder.Recipe recipe(String feature) {
        return switch (sources.get(feature)) {
            case Source.Frames(), Source.Statistics() -> new FeatureFolder.Recipe(feature, VERSION, "");
            case Source.NetworkFeature(String network, NetworkOutput _) ->
                new FeatureFolder.Recipe(network, VERSION, registry.model(network).sha256());
        };
    }

    @Override
    public void load(Set<String> features) {
        for (String feature : features) {
            if (sources.get(feature) instanceof Source.NetworkFeature(String network, NetworkOutput _)) {
                network(network);
            }
        }
    }

    @Override
    public Analysis begin(Recording recording, String trackId, Set<String> features, Hop hop) {
        Map<String, Source> wanted = new HashMap<>();
        features.forEach(feature -> wanted.put(feature, sources.get(feature)));
        return new LogMelAnalysis(recording, new LogMelFeatures(trackId, hop, wanted, this::network));
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
