package org.tasteprint.features;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.tasteprint.audio.AudioFile;
import org.tasteprint.audio.LogMel;
import org.tasteprint.audio.Pcm;
import org.tasteprint.audio.Spectrogram;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.nets.musicnn.Musicnn;
import org.tasteprint.nets.registry.ModelRegistry;

/**
 * Computes features of sound files: {@link FeatureNames} lists them. A file is decoded once and goes through a network once,
 * however many features are asked for. Networks are loaded when they are first needed and kept until the extractor is closed.
 *
 * <p>Safe for use by several threads. A network works on one file at a time, with all cores.
 */
public final class FeatureExtractor implements AutoCloseable {
    /** The largest amplitude of a file that counts as silent: -80 dB of full scale, 3 steps of 16-bit sound. */
    public static final float SILENCE_PEAK = 1e-4f;

    /** Raised whenever decoding or the log-mel front end gives other numbers than before. */
    private static final int VERSION = 1;

    private static final String MUSICNN = "musicnn-";

    private final ModelRegistry registry;
    private final Map<String, NetworkFeature> networkFeatures = new TreeMap<>();
    private final Map<String, Network> networks = new ConcurrentHashMap<>();

    private record NetworkFeature(String network, NetworkOutput output) {}

    /** @param registry where the networks' weights are */
    public FeatureExtractor(ModelRegistry registry) {
        this.registry = requireNonNull(registry, "registry is null");
        registry.models().stream().map(model -> model.name()).filter(name -> name.startsWith(MUSICNN)).forEach(name -> {
            for (NetworkOutput output : NetworkOutput.values()) {
                networkFeatures.put(output.of(name), new NetworkFeature(name, output));
            }
        });
    }

    /** Names of the features it computes; those of networks need their weights on this machine. */
    public Set<String> supported() {
        Set<String> names = new TreeSet<>(networkFeatures.keySet());
        names.add(FeatureNames.LOG_MEL);
        names.add(FeatureNames.LOG_MEL_STATS);
        return Collections.unmodifiableSet(names);
    }

    /**
     * Computes features of one file.
     *
     * @param trackId  what the rows are labelled with
     * @param features any of {@link #supported()}
     * @return each of {@code features}, by name
     * @throws TasteprintException when the file is no audio, silent or shorter than 3 seconds; {@code INVALID_INPUT} for an
     *     unknown feature; {@code UNAVAILABLE} when a network's weights are not there
     */
    public Map<String, FeatureMatrix> extract(Path audio, String trackId, Set<String> features, Hop hop) {
        load(features);
        return analyse(logMel(audio), trackId, features, hop);
    }

    /**
     * Loads the networks that {@code features} need.
     *
     * @throws TasteprintException {@code INVALID_INPUT} for an unknown feature; {@code UNAVAILABLE} when weights are not there
     */
    void load(Set<String> features) {
        for (String feature : features) {
            if (!supported().contains(feature)) {
                throw new TasteprintException(
                        Kind.INVALID_INPUT,
                        "feature '%s' cannot be extracted from sound; these can: %s"
                                .formatted(feature, String.join(", ", supported())));
            }
            if (networkFeatures.get(feature) instanceof NetworkFeature(String network, NetworkOutput _)) {
                network(network);
            }
        }
    }

    /** What {@code feature} is made by. */
    FeatureFolder.Recipe recipe(String feature) {
        return networkFeatures.get(feature) instanceof NetworkFeature(String network, NetworkOutput _)
                ? new FeatureFolder.Recipe(network, VERSION, registry.model(network).sha256())
                : new FeatureFolder.Recipe(feature, VERSION, "");
    }

    /**
     * Decodes a file and computes its log-mel spectrogram: the part of the work that needs no network.
     *
     * @throws TasteprintException when the file is no audio, silent or shorter than 3 seconds
     */
    Spectrogram logMel(Path audio) {
        Pcm pcm = AudioFile.decode(audio, LogMel.SAMPLE_RATE_HZ);
        if (1 + pcm.samples().length / LogMel.HOP_SAMPLES < Segments.FRAMES) {
            double seconds = Math.floor(pcm.duration().toMillis() / 100.0) / 10; // 2.97 is not to read "3.0 s"
            throw refused(audio, "is %.1f s long; at least 3 s are needed".formatted(seconds));
        }
        if (pcm.peak() < SILENCE_PEAK) {
            throw refused(audio, "is silent: nothing in it is louder than -80 dB; check the recording, or leave it out");
        }
        return LogMel.of(pcm);
    }

    /** The part of the work that comes after {@link #logMel}. */
    Map<String, FeatureMatrix> analyse(Spectrogram spectrogram, String trackId, Set<String> features, Hop hop) {
        Segments segments = new Segments(spectrogram, hop);
        Map<String, Musicnn.Activations> activations = new LinkedHashMap<>();
        Map<String, FeatureMatrix> results = new LinkedHashMap<>();
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

    private static TasteprintException refused(Path audio, String what) {
        return new TasteprintException(Kind.INVALID_INPUT, audio + " " + what);
    }

    /** Frees the networks. */
    @Override
    public void close() {
        networks.values().forEach(Network::close);
        networks.clear();
    }
}
