package org.tasteprint.cli.demo;

import static java.util.function.Predicate.not;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tasteprint.cli.app.ImportResult;
import org.tasteprint.cli.app.IndexResult;
import org.tasteprint.cli.app.Settings;
import org.tasteprint.cli.app.TasteRequest;
import org.tasteprint.cli.app.TasteTraining;
import org.tasteprint.cli.app.Workspace;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.Track;
import org.tasteprint.features.ExtractionReport;
import org.tasteprint.features.Hop;
import org.tasteprint.genre.GenreEvaluation.Grouping;
import org.tasteprint.genre.GenreSettings;
import org.tasteprint.genre.evaluation.GenreReport;
import org.tasteprint.genre.evaluation.McNemar;
import org.tasteprint.index.Precision;
import org.tasteprint.taste.evaluation.TasteReport;
import org.tasteprint.taste.user.UserKind;

/** The guided tour: every step from sound files and listens to the tables, in order, each telling what it did. */
public final class Tour {
    private static final long SEED = 1;
    private static final int FOLDS = 5;
    private static final String SYNTHETIC = "synthetic";
    private final Workspace workspace;
    private final Progress progress;

    /** A tour of a workspace's home. */
    public Tour(Workspace workspace) {
        this.workspace = workspace;
        this.progress = workspace.settings().progress();
    }

    /** The home for synthetic music: the one given, or a home within it when it holds other music, which stays apart. */
    public static Settings homeForSyntheticMusic(Settings settings) {
        Path music = settings.home().resolve(SYNTHETIC);
        try (Workspace workspace = new Workspace(settings)) {
            boolean foreign = workspace.catalog().tracks().stream()
                    .map(Track::path)
                    .anyMatch(not(path -> Path.of(path).startsWith(music)));
            if (!foreign) {
                return settings;
            }
        }
        Path apart = settings.home().resolve("demo");
        settings.progress().note("This home holds other music, so the demo keeps to itself in %s (look at it with --home %s)."
                .formatted(apart, apart));
        return settings.withHome(apart);
    }

    /**
     * Goes through all steps; what is done already is reused.
     *
     * @param data        a dataset folder or folder of audio; empty for synthetic music
     * @param weightsFrom where to take pretrained weights from, if not from where they are published
     */
    public DemoResult run(Optional<Path> data, Optional<String> weightsFrom) {
        long start = System.nanoTime();
        Path folder = data.orElseGet(this::syntheticMusic);
        importMusic(folder);
        weights(weightsFrom);
        extract();
        Optional<TasteReport> taste = taste();
        Optional<GenreReport> without = genre(workspace.genres().sound());
        Optional<GenreReport> with = taste.isEmpty() ? Optional.empty() : genre(List.of());
        without.or(() -> with).ifPresent(report -> trainGenre());
        index();
        Optional<Double> p = with.flatMap(a -> without.map(b -> McNemar.compare(a, b).pValue()));
        return new DemoResult(taste, with.or(() -> without), without, p, (System.nanoTime() - start) / 1e9, Optional.empty());
    }

    private Path syntheticMusic() {
        Path folder = workspace.settings().home().resolve(SYNTHETIC);
        SyntheticCatalogue.write(folder, SEED, progress);
        say("Music", "synthetic: composed, rendered and listened to by programs, in %s", folder);
        return folder;
    }

    private void importMusic(Path folder) {
        ImportResult result = workspace.catalogueWork().importFolder(folder);
        say("Import", "%,d tracks added, %,d updated, %,d unchanged; %,d reactions added, %,d known; %,d rows or files left out",
                result.tracks().added(), result.tracks().updated(), result.tracks().unchanged(),
                result.feedback().added(), result.feedback().duplicate(), result.rejected().size());
    }

    /** Without weights the tour goes on with what needs none. */
    private void weights(Optional<String> from) {
        try {
            workspace.pretrained().pullDefaults(from);
            say("Weights", "pretrained networks are here");
        } catch (TasteprintException e) {
            say("Weights", "of published networks are absent, so features come from the network that Tasteprint brings along (%s)", e.getMessage());
        }
    }

    private void extract() {
        ExtractionReport report = workspace.catalogueWork().extract(List.of(), Hop.THREE_SECONDS);
        say("Features", "%,d tracks extracted, %,d cached, %,d failed, %.1f s",
                report.extracted(), report.cached(), report.failed().size(), report.seconds());
        report.failed().forEach(failure -> progress.note("            %s: %s".formatted(failure.trackId(), failure.reason())));
    }

    private Optional<TasteReport> taste() {
        if (workspace.catalog().counts().feedback() + workspace.catalog().counts().artistPlays() == 0) {
            say("Taste", "left out: nobody's listens are known ('./tasteprint import listens FILE' adds them)");
            return Optional.empty();
        }
        TasteRequest request = new TasteRequest("", SEED, 0, Hop.THREE_SECONDS);
        TasteTraining training = workspace.taste().train(request, "");
        say("Taste", training.reused()
                ? "learned before from the same data, reused"
                : "%,d listeners, %,d tracks, %d epochs, %.1f s".formatted(
                        training.users(), training.tracks(), training.epochs(), training.seconds()));
        return Optional.of(testSplit()
                .map(split -> workspace.taste().evaluateSplit(split, UserKind.ALS, Optional.empty()))
                .orElseGet(() -> workspace.taste().evaluateFolds(request, FOLDS, Optional.empty())));
    }

    private Optional<GenreReport> genre(List<String> features) {
        List<Track> labelled = workspace.catalog().tracks().stream().filter(track -> !track.genre().isEmpty()).toList();
        if (labelled.stream().map(Track::genre).distinct().count() < 2) {
            say("Genre", "left out: fewer than two genres are known");
            return Optional.empty();
        }
        GenreSettings settings = genreSettings(features);
        return Optional.of(testSplit()
                .map(split -> workspace.genres().evaluateSplit(settings, "", split))
                .orElseGet(() -> workspace.genres().evaluateFolds(settings, FOLDS, Grouping.ARTIST, "")));
    }

    private void trainGenre() {
        say("Genre", "%s", String.join(", ", workspace.genres().train(genreSettings(List.of()), "").labels()));
    }

    private void index() {
        IndexResult result = workspace.spaceWork().build(Precision.FLOAT32);
        say("Index", "%s", String.join(", ", result.spaces().stream().map(IndexResult.Space::name).toList()));
    }

    private Optional<String> testSplit() {
        List<String> splits = workspace.catalog().tracks().stream().map(Track::split).distinct().toList();
        return splits.contains("train")
                ? Stream.of("valid", "test").filter(splits::contains).findFirst()
                : Optional.empty();
    }

    private GenreSettings genreSettings(List<String> features) {
        return workspace.genres().settings(features).with(draft -> draft.seed = SEED);
    }

    private void say(String step, String format, Object... values) {
        progress.note("%-10s%s.".formatted(step, format.formatted(values)));
    }
}
