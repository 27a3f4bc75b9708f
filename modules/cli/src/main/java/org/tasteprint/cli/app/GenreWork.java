package org.tasteprint.cli.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tasteprint.audio.Excerpt;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.core.Track;
import org.tasteprint.features.Hop;
import org.tasteprint.genre.Classification;
import org.tasteprint.genre.FeatureSource;
import org.tasteprint.genre.GenreEvaluation;
import org.tasteprint.genre.GenreEvaluation.Grouping;
import org.tasteprint.genre.GenreModel;
import org.tasteprint.genre.evaluation.GenreReport;
import org.tasteprint.genre.GenreSettings;
import org.tasteprint.genre.GenreTrainer;
import org.tasteprint.genre.classifier.ClassifierSettings;
import org.tasteprint.genre.classifier.LearningCurve;
import org.tasteprint.genre.classifier.ReductionSettings;
import org.tasteprint.genre.classifier.ReductionSettings.Lda;
import org.tasteprint.genre.picture.ReportPictures;

/** Trains, evaluates and uses genre classifiers. */
public final class GenreWork {
    private static final String TASTE = TasteWork.FEATURE;
    private static final String UPLOAD = "upload";
    /** Chosen on folds by artist of development data: as good as without taste there or better, where 1 loses three points. */
    private static final double TASTE_AMONG_DISCRIMINANTS = 0.1;
    private final Workspace workspace;

    GenreWork(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Trains the classifier that {@link #classify} uses.
     *
     * @param split the split to learn from; empty for the default
     */
    public GenreTraining train(GenreSettings wanted, String split) {
        long start = System.nanoTime();
        List<Track> tracks = workspace.catalog().tracks();
        GenreSettings settings = on(Splits.training(tracks, split), wanted);
        Path file = workspace.settings().genreModel();
        try (GenreModel model = trainer(StoredFeatures.asTrained(workspace, hop(settings)))
                .train(tracks, settings, workspace.progress())) {
            model.save(file);
            Optional<Path> picture = model.learningCurve().flatMap(curve -> drawn(curve).besides(file, workspace.progress()));
            return new GenreTraining(
                    file, model.labels(), (System.nanoTime() - start) / 1e9, model.learningCurve(), picture);
        }
    }

    private static LearningCurvePicture drawn(LearningCurve curve) {
        return new LearningCurvePicture(
                "Cross entropy (nats)",
                values(curve, epoch -> OptionalDouble.of(epoch.training())),
                values(curve, LearningCurve.Epoch::validation),
                "Accuracy of segments",
                values(curve, LearningCurve.Epoch::accuracy),
                curve.best());
    }

    private static double[] values(LearningCurve curve, Function<LearningCurve.Epoch, OptionalDouble> value) {
        return curve.epochs().stream().map(value).flatMapToDouble(OptionalDouble::stream).toArray();
    }

    /** Trains on one split and judges on another; nothing of the test split reaches the training. */
    public GenreReport evaluateSplit(GenreSettings wanted, String trainSplit, String testSplit) {
        List<Track> tracks = workspace.catalog().tracks();
        GenreSettings settings = on(Splits.training(tracks, trainSplit), wanted);
        return kept(settings, new GenreEvaluation(trainer(StoredFeatures.withoutTestTracks(workspace, hop(settings))), settings)
                .split(tracks, settings.split(), Splits.existing(tracks, testSplit), workspace.progress()));
    }

    /**
     * Cross-validates.
     *
     * @param split the tracks to fold, by their split; empty for all
     */
    public GenreReport evaluateFolds(GenreSettings wanted, int folds, Grouping grouping, String split) {
        List<Track> tracks = Splits.of(workspace.catalog().tracks(), split);
        GenreSettings settings = on(split, wanted);
        return kept(settings, new GenreEvaluation(trainer(StoredFeatures.withoutTestTracks(workspace, hop(settings))), settings)
                .folds(tracks, folds, grouping, workspace.progress()));
    }

    /** Draws what a report says: confusion matrix, ROC, precision and recall, reliability. */
    public List<Path> draw(GenreReport report, Path folder) {
        return new ReportPictures(report.split(), report).write(folder);
    }

    private GenreReport kept(GenreSettings settings, GenreReport report) {
        new EvaluationFile("genre", Instant.now(), settings.asText(), report).write(workspace.settings().evaluations());
        return report;
    }

    /**
     * The classifier that is trained where nothing else is asked for.
     *
     * @param features names of the features to join; none for those of the networks, and taste where it is trained
     */
    public GenreSettings settings(List<String> features) {
        return GenreSettings.of(features.isEmpty() ? defaultFeatures() : features).with(draft -> {
            draft.reduction = Lda.DEFAULT;
            draft.weights = weights(draft.features, draft.classifier, draft.reduction);
        });
    }

    /**
     * What features weigh where the user says nothing: 1, but for taste beside sound that is turned onto discriminants. They shrink what
     * varies little, and taste fits the tracks that it has learned from better than others, which discriminants would rely on.
     */
    public static Map<String, Double> weights(List<String> features, ClassifierSettings classifier, ReductionSettings reduction) {
        boolean discriminants = classifier instanceof ClassifierSettings.OfRows && !(reduction instanceof ReductionSettings.Pca);
        return discriminants && features.size() > 1 && features.contains(TASTE) ? Map.of(TASTE, TASTE_AMONG_DISCRIMINANTS) : Map.of();
    }

    private List<String> defaultFeatures() {
        return workspace.tasteModel().current().isPresent() ? Stream.concat(sound().stream(), Stream.of(TASTE)).toList() : sound();
    }

    /** The features of sound alone that are learned from where the user names none. */
    public List<String> sound() {
        return Defaults.ofGenre(workspace.registry());
    }

    /** Whether {@link #classify} has a model. */
    public boolean isTrained() {
        return workspace.genreModel().current().isPresent();
    }

    /** Genres of several files, or of an excerpt of each; a file that cannot be read does not keep the others from being classified. */
    public ClassifyResult classify(List<Path> files, Excerpt excerpt) {
        List<ClassifyResult.Classified> results = new ArrayList<>();
        List<ClassifyResult.Failed> failed = new ArrayList<>();
        model();
        for (Path file : files) {
            long start = System.nanoTime();
            try {
                Classification found = classify(file, excerpt);
                results.add(new ClassifyResult.Classified(
                        file.toString(), found.genre(), found.probabilities(), found.segments(), (System.nanoTime() - start) / 1e9));
            } catch (TasteprintException e) {
                failed.add(new ClassifyResult.Failed(file.toString(), e.getMessage()));
            }
        }
        return new ClassifyResult(results, failed);
    }

    /** The genre of one file, from the sound of an excerpt alone. */
    public Classification classify(Path file, Excerpt excerpt) {
        GenreModel model = model();
        GenreSettings settings = model.settings();
        boolean needsTaste = settings.features().contains(TASTE);
        TreeSet<String> heard = new TreeSet<>(settings.features());
        heard.remove(TASTE);
        if (needsTaste) {
            heard.addAll(workspace.taste().model().inputs());
        }
        Map<String, FeatureMatrix> features = new HashMap<>(
                workspace.extractor().extract(file, excerpt, UPLOAD, heard, hop(settings)));
        if (needsTaste) {
            features.put(TASTE, workspace.taste().model().derive(features));
        }
        return model.classify(features);
    }

    private static GenreSettings on(String split, GenreSettings settings) {
        return settings.with(draft -> draft.split = split);
    }

    private static Hop hop(GenreSettings settings) {
        return Hop.parse(settings.hop());
    }

    private GenreTrainer trainer(FeatureSource source) {
        return new GenreTrainer(source, workspace.pretrained()::parameters);
    }

    private GenreModel model() {
        return workspace.genreModel().current().orElseThrow(() -> new TasteprintException(
                Kind.UNAVAILABLE, "there is no genre model yet: run './tasteprint train genre' first"));
    }
}
