package org.tasteprint.genre;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.Provenance;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.genre.classifier.LearningCurve;
import org.tasteprint.genre.classifier.Reduction;
import org.tasteprint.genre.classifier.SegmentClassifier;
import org.tasteprint.genre.decision.SongSegments;
import org.tasteprint.genre.decision.Verdict;

/**
 * A trained model that tells the genre of a song from the features of its segments. Immutable, and safe for use by several threads;
 * closing it frees what a network holds in native memory.
 */
public final class GenreModel implements AutoCloseable {
    private final GenreSettings settings;
    private final List<String> labels;
    private final Reduction reduction;
    private final SegmentClassifier classifier;
    private final Optional<SegmentClassifier> neighbours;
    private final Optional<LearningCurve> learningCurve;
    private final Provenance provenance;

    /**
     * One song judged.
     *
     * @param segments what was said of each of its segments
     */
    record Judged(String trackId, Classification classification, SongSegments segments) {}

    GenreModel(
            GenreSettings settings,
            List<String> labels,
            Reduction reduction,
            SegmentClassifier classifier,
            Optional<SegmentClassifier> neighbours,
            Optional<LearningCurve> learningCurve,
            Provenance provenance) {
        this.settings = settings;
        this.labels = List.copyOf(labels);
        this.reduction = reduction;
        this.classifier = classifier;
        this.neighbours = neighbours;
        this.learningCurve = learningCurve;
        this.provenance = provenance;
    }

    /** The labels it knows, in alphabetical order. */
    public List<String> labels() {
        return labels;
    }

    public GenreSettings settings() {
        return settings;
    }

    /** How it learned, for a network that was fine-tuned. */
    public Optional<LearningCurve> learningCurve() {
        return learningCurve;
    }

    public Provenance provenance() {
        return provenance;
    }

    Reduction reduction() {
        return reduction;
    }

    SegmentClassifier classifier() {
        return classifier;
    }

    /** Whose probabilities are the shares of the labels among a segment's neighbours, where these decide about songs. */
    Optional<SegmentClassifier> neighbours() {
        return neighbours;
    }

    /**
     * The genre of one track. Features are joined as in training: one with a single row is repeated over the segments of the
     * others.
     *
     * @param featuresOfOneTrack by name, at least those of {@link GenreSettings#features()}; all rows are of one track
     * @throws TasteprintException {@code INVALID_INPUT} when a feature is missing, has no rows, or has other dimensions than
     *     in training
     */
    public Classification classify(Map<String, FeatureMatrix> featuresOfOneTrack) {
        List<FeatureMatrix> blocks = settings.features().stream()
                .map(feature -> {
                    FeatureMatrix block = featuresOfOneTrack.get(feature);
                    if (block == null || block.rows() == 0) {
                        throw new TasteprintException(
                                Kind.INVALID_INPUT,
                                "the genre model needs the feature %s, and the track has none: extract it, or train another model"
                                        .formatted(feature));
                    }
                    return SegmentRows.segments(block, settings);
                })
                .toList();
        String id = blocks.getFirst().trackIds().getFirst();
        return judge(new FeatureJoin(blocks).join(List.of(id), FeatureJoin.ALL, 0).rows())
                .getFirst()
                .classification();
    }

    /** Judges every track of joined rows, in the order in which they come. */
    List<Judged> judge(FeatureMatrix rows) {
        if (rows.dimensions() != reduction.inputs()) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT,
                    "%s has %d dimensions, and the genre model was trained on %d: run ./tasteprint train genre again"
                            .formatted(rows.feature(), rows.dimensions(), reduction.inputs()));
        }
        double[][] reduced = reduction.apply(rows);
        SegmentClassifier.Decisions decisions = classifier.decide(reduced);
        double[][] near = neighbours.map(found -> found.decide(reduced).probability()).orElse(new double[0][]);
        List<Judged> judged = new ArrayList<>();
        for (int start = 0, end = 1; start < rows.rows(); end++) {
            String id = rows.trackIds().get(start);
            if (end == rows.rows() || !rows.trackIds().get(end).equals(id)) {
                judged.add(judge(id, decisions, near, start, end));
                start = end;
            }
        }
        return judged;
    }

    private Judged judge(String trackId, SegmentClassifier.Decisions decisions, double[][] near, int start, int end) {
        SongSegments segments = new SongSegments(
                Arrays.copyOfRange(decisions.label(), start, end),
                Arrays.copyOfRange(decisions.probability(), start, end),
                near.length == 0 ? near : Arrays.copyOfRange(near, start, end));
        Verdict verdict = settings.decision().decide(segments);
        double[] probability = settings.decision().saysMeans() ? classifier.ofSong(verdict.probability()) : verdict.probability();
        Map<String, Double> probabilities = new LinkedHashMap<>();
        for (int label = 0; label < labels.size(); label++) {
            probabilities.put(labels.get(label), probability[label]);
        }
        return new Judged(
                trackId, new Classification(labels.get(verdict.label()), probabilities, end - start), segments);
    }

    @Override
    public void close() {
        classifier.close();
    }

    /**
     * Writes the model as one safetensors file, whose header says what it is and how it was made.
     *
     * @throws TasteprintException {@code UNAVAILABLE} when the file cannot be written
     */
    public void save(Path file) {
        ModelFile.write(file, this);
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @throws TasteprintException {@code NOT_FOUND} when there is no such file, {@code INVALID_INPUT} when it is damaged or no
     *     genre model, {@code UNAVAILABLE} when it cannot be read
     */
    public static GenreModel load(Path file) {
        return ModelFile.read(file);
    }
}
