package org.tasteprint.features;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.tasteprint.audio.Pcm;
import org.tasteprint.audio.Spectrogram;
import org.tasteprint.audio.choi.ChoiDecibels;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.nets.choi.ChoiNetwork;
import org.tasteprint.nets.registry.Architecture;
import org.tasteprint.nets.registry.ModelRegistry;
import org.tasteprint.nets.registry.PretrainedModel;

/**
 * Features of sound at 12 kHz by the networks of Choi and colleagues, a row for every excerpt of half a minute. Of sound longer than
 * ten minutes the middle ten count. Needs 3 seconds of sound, of which the taggers make an excerpt that ends in silence; the
 * transfer-learning network needs 7.
 */
final class ChoiFamily implements FeatureFamily {
    /** Raised whenever decoding or a front end gives other numbers than before. */
    private static final int VERSION = 1;

    private static final Duration MOST = Duration.ofMinutes(10);
    private static final int LEAST_SECONDS = 3;
    private static final int CONVNET_LEAST_SECONDS = 7;

    private final ModelRegistry registry;
    private final Map<String, Source> sources = new TreeMap<>();
    private final Map<String, ChoiNetwork> networks = new ConcurrentHashMap<>();

    private record Source(String network, Architecture architecture, NetworkOutput output) {}

    /** How a network's excerpts are cut and heard. */
    private enum FrontEnd {
        CONVNET,
        TAGGERS;

        static FrontEnd of(Architecture architecture) {
            return architecture == Architecture.CHOI_CONVNET ? CONVNET : TAGGERS;
        }

        List<float[]> decibels(Pcm sound) {
            return switch (this) {
                case CONVNET -> Excerpts.fromTheBeginning(sound, ChoiDecibels.CONVNET_SAMPLES).stream()
                        .map(ChoiDecibels::forConvNet)
                        .map(Spectrogram::values)
                        .toList();
                case TAGGERS -> Excerpts.full(sound, ChoiDecibels.TAGGER_SAMPLES).stream()
                        .map(ChoiDecibels::forTaggers)
                        .map(Spectrogram::values)
                        .toList();
            };
        }
    }

    /** @param registry where the networks' weights are */
    ChoiFamily(ModelRegistry registry) {
        this.registry = requireNonNull(registry, "registry is null");
        for (PretrainedModel model : registry.models()) {
            if (!model.network().takesPatches()) {
                NetworkOutput.of(model.network()).forEach(output -> sources.put(
                        model.name() + output.suffix(), new Source(model.name(), model.network(), output)));
            }
        }
    }

    @Override
    public Set<String> features() {
        return sources.keySet();
    }

    @Override
    public Rows rows(String feature) {
        return Rows.EXCERPTS;
    }

    @Override
    public FeatureFolder.Recipe recipe(String feature) {
        String network = sources.get(feature).network();
        return new FeatureFolder.Recipe(network, VERSION, registry.sha256(network));
    }

    @Override
    public void load(Set<String> features) {
        features.forEach(feature -> network(sources.get(feature).network()));
    }

    @Override
    public Analysis begin(Recording recording, String trackId, Set<String> features, Hop hop) {
        return new WholeAnalysis<>(
                () -> decibels(recording, features), excerpts -> analyse(excerpts, trackId, features));
    }

    private Map<FrontEnd, List<float[]>> decibels(Recording recording, Set<String> features) {
        Pcm sound = recording.decodeMiddle(ChoiDecibels.SAMPLE_RATE_HZ, MOST);
        Map<FrontEnd, List<float[]>> excerpts = new EnumMap<>(FrontEnd.class);
        for (String feature : features) {
            FrontEnd frontEnd = FrontEnd.of(sources.get(feature).architecture());
            requireEnough(recording, sound, frontEnd);
            excerpts.computeIfAbsent(frontEnd, wanted -> wanted.decibels(sound));
        }
        return excerpts;
    }

    private static void requireEnough(Recording recording, Pcm sound, FrontEnd frontEnd) {
        int samples = sound.samples().length;
        int least = switch (frontEnd) {
            case CONVNET -> ChoiDecibels.CONVNET_LEAST_SAMPLES;
            case TAGGERS -> LEAST_SECONDS * ChoiDecibels.SAMPLE_RATE_HZ;
        };
        if (samples < least) {
            double seconds = samples / (double) ChoiDecibels.SAMPLE_RATE_HZ;
            throw Refusal.tooShort(
                    recording.file(), seconds, frontEnd == FrontEnd.CONVNET ? CONVNET_LEAST_SECONDS : LEAST_SECONDS);
        }
        if (sound.peak() < FeatureExtractor.SILENCE_PEAK) {
            throw Refusal.silent(recording.file());
        }
    }

    private Map<String, FeatureMatrix> analyse(
            Map<FrontEnd, List<float[]>> excerpts, String trackId, Set<String> features) {
        Map<String, Map<String, float[]>> activations = new HashMap<>();
        Map<String, FeatureMatrix> matrices = new HashMap<>();
        for (String feature : features) {
            Source source = sources.get(feature);
            List<float[]> input = excerpts.get(FrontEnd.of(source.architecture()));
            float[] values = activations
                    .computeIfAbsent(source.network(), name -> network(name).activations(input))
                    .get(source.output().name());
            matrices.put(feature, new FeatureMatrix(
                    feature, values.length / input.size(), Collections.nCopies(input.size(), trackId), values));
        }
        return matrices;
    }

    private ChoiNetwork network(String name) {
        return networks.computeIfAbsent(name, absent -> {
            Path weights = Weights.of(registry, absent);
            return switch (registry.model(absent).network()) {
                case CHOI_CONVNET -> ChoiNetwork.convNet(weights);
                case CHOI_CNN -> ChoiNetwork.cnn(weights);
                case CHOI_CRNN -> ChoiNetwork.crnn(weights);
                case MUSICNN, VGG -> throw new IllegalArgumentException(absent + " takes no decibels");
            };
        });
    }

    @Override
    public void close() {
        networks.values().forEach(ChoiNetwork::close);
        networks.clear();
    }
}
