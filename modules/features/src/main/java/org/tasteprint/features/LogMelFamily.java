package org.tasteprint.features;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.tasteprint.audio.LogMel;
import org.tasteprint.features.LogMelFeatures.Source;
import org.tasteprint.nets.PatchNetwork;
import org.tasteprint.nets.musicnn.Musicnn;
import org.tasteprint.nets.registry.ModelRegistry;
import org.tasteprint.nets.registry.PretrainedModel;
import org.tasteprint.nets.vgg.Vgg;

/**
 * Features of sound at 16 kHz: its {@linkplain LogMel log-mel spectrogram}, statistics of that, and what networks over it
 * (musicnn and VGG) make of it. Needs 3 seconds of sound. A network works on one file at a time, with all cores.
 */
final class LogMelFamily implements FeatureFamily {
    /** Raised whenever decoding or the log-mel front end gives other numbers than before. */
    private static final int VERSION = 1;

    private final ModelRegistry registry;
    private final Map<String, Source> sources = new TreeMap<>();
    private final Map<String, Network> networks = new ConcurrentHashMap<>();

    /** @param registry where the networks' weights are */
    LogMelFamily(ModelRegistry registry) {
        this.registry = requireNonNull(registry, "registry is null");
        sources.put(FeatureNames.LOG_MEL, new Source.Frames());
        sources.put(FeatureNames.LOG_MEL_STATS, new Source.Statistics());
        for (PretrainedModel model : registry.models()) {
            if (model.network().takesPatches()) {
                NetworkOutput.of(model.network()).forEach(output -> sources.put(
                        model.name() + output.suffix(), new Source.NetworkFeature(model.name(), output)));
            }
        }
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
                new FeatureFolder.Recipe(network, VERSION, registry.sha256(network));
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
            Path weights = Weights.of(registry, absent);
            PatchNetwork network = switch (registry.model(absent).network()) {
                case MUSICNN -> Musicnn.load(weights);
                case VGG -> Vgg.load(weights);
                case CHOI_CONVNET, CHOI_CNN, CHOI_CRNN ->
                    throw new IllegalArgumentException(absent + " takes no log-mel patches");
            };
            return new Network(network, Network.SEGMENTS_AT_ONCE);
        });
    }

    @Override
    public void close() {
        networks.values().forEach(Network::close);
        networks.clear();
    }
}
