package org.tasteprint.features;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.tasteprint.audio.AudioReader;
import org.tasteprint.audio.DecoderPool;
import org.tasteprint.audio.Excerpt;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.nets.registry.ModelRegistry;

/**
 * Computes features of sound files: {@link FeatureNames} lists them. Features come in families that share a front end; a file is
 * decoded once a family and goes through a network once, however many features are asked for. Networks are loaded when they
 * are first needed and kept until the extractor is closed. Files are decoded in {@linkplain DecoderPool processes of their own}.
 *
 * <p>Safe for use by several threads. A network works on one file at a time, with all cores.
 */
public final class FeatureExtractor implements AutoCloseable {
    /** The largest amplitude of a file that counts as silent: -80 dB of full scale, 3 steps of 16-bit sound. */
    public static final float SILENCE_PEAK = 1e-4f;

    private final AudioReader reader;
    private final List<FeatureFamily> families;
    private final Map<String, FeatureFamily> familyOf = new TreeMap<>();

    /** @param registry where the networks' weights are */
    public FeatureExtractor(ModelRegistry registry) {
        this(List.of(new LogMelFamily(registry), new ChoiFamily(registry), new LibrosaFamily()), new DecoderPool());
    }

    FeatureExtractor(List<FeatureFamily> families, AudioReader reader) {
        this.reader = reader;
        this.families = List.copyOf(families);
        families.forEach(family -> family.features().forEach(feature -> familyOf.put(feature, family)));
    }

    /** Names of the features it computes; those of networks need their weights on this machine. */
    public Set<String> supported() {
        return Collections.unmodifiableSet(familyOf.keySet());
    }

    /**
     * Computes features of one file.
     *
     * @param trackId  what the rows are labelled with
     * @param features any of {@link #supported()}
     * @return each of {@code features}, by name
     * @throws TasteprintException when the file is no audio, silent or too short for one of the features; {@code INVALID_INPUT}
     *     for an unknown feature; {@code UNAVAILABLE} when a network's weights are not there
     */
    public Map<String, FeatureMatrix> extract(Path audio, String trackId, Set<String> features, Hop hop) {
        return extract(audio, new Excerpt.Whole(), trackId, features, hop);
    }

    /**
     * Computes features of a part of one file, as {@link #extract(Path, String, Set, Hop)} does of all of it.
     *
     * @param excerpt the part; no more than that is read, where the file's format allows
     */
    public Map<String, FeatureMatrix> extract(
            Path audio, Excerpt excerpt, String trackId, Set<String> features, Hop hop) {
        reader.warmUp(1);
        load(features);
        Analysis analysis = begin(recording(audio, excerpt), trackId, features, hop);
        try (ExecutorService decoder = Executors.newSingleThreadExecutor()) {
            try {
                decoder.execute(() -> prepare(analysis));
                return analysis.finish();
            } finally {
                decoder.shutdownNow();
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException known -> throw known;
                case Error error -> throw error;
                default -> throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TasteprintException(Kind.UNAVAILABLE, "the analysis of %s was interrupted: try again".formatted(audio), e);
        }
    }

    /** Runs the first half of an analysis; what goes wrong in it is the second half's to tell. */
    static void prepare(Analysis analysis) {
        try {
            analysis.prepare();
        } catch (RuntimeException | Error e) {
            // finish() throws it
        }
    }

    /**
     * Loads the networks that {@code features} need.
     *
     * @throws TasteprintException {@code INVALID_INPUT} for an unknown feature; {@code UNAVAILABLE} when weights are not there
     */
    void load(Set<String> features) {
        byFamily(features).forEach(FeatureFamily::load);
    }

    /** Sees to it that so many files can be decoded at a time soon. */
    void warmUp(int files) {
        reader.warmUp(files);
    }

    /** A part of a file, or all of it, which nothing is read of yet. */
    Recording recording(Path audio, Excerpt excerpt) {
        return new Recording(reader, audio, excerpt);
    }

    /** Begins to compute features of one recording, whose networks are {@linkplain #load loaded}. */
    Analysis begin(Recording recording, String trackId, Set<String> features, Hop hop) {
        List<Analysis> parts = new ArrayList<>();
        byFamily(features).forEach((family, its) -> parts.add(family.begin(recording, trackId, its, hop)));
        return new JoinedAnalysis(parts);
    }

    /** What {@code feature} is made by. */
    FeatureFolder.Recipe recipe(String feature) {
        return family(feature).recipe(feature);
    }

    /** What a row of {@code feature} describes. */
    Rows rows(String feature) {
        return family(feature).rows(feature);
    }

    private Map<FeatureFamily, Set<String>> byFamily(Set<String> features) {
        Map<FeatureFamily, Set<String>> wanted = new HashMap<>();
        features.forEach(feature -> wanted.computeIfAbsent(family(feature), family -> new HashSet<>()).add(feature));
        Map<FeatureFamily, Set<String>> inOrder = new LinkedHashMap<>();
        families.stream().filter(wanted::containsKey).forEach(family -> inOrder.put(family, wanted.get(family)));
        return inOrder;
    }

    private FeatureFamily family(String feature) {
        FeatureFamily family = familyOf.get(feature);
        if (family == null) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT,
                    "feature '%s' cannot be extracted from sound; these can: %s"
                            .formatted(feature, String.join(", ", supported())));
        }
        return family;
    }

    /** Frees the networks and ends the decoders. */
    @Override
    public void close() {
        reader.close();
        families.forEach(FeatureFamily::close);
    }
}
