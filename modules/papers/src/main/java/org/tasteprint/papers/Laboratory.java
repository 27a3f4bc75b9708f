package org.tasteprint.papers;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.core.Track;
import org.tasteprint.features.Hop;
import org.tasteprint.genre.GenreEvaluation;
import org.tasteprint.genre.GenreEvaluation.Grouping;
import org.tasteprint.genre.GenreEvaluation.Part;
import org.tasteprint.genre.GenreSettings;
import org.tasteprint.genre.GenreTrainer;
import org.tasteprint.genre.classifier.ClassifierSettings;
import org.tasteprint.genre.ensemble.Stacking;
import org.tasteprint.genre.ensemble.VotingEnsemble;
import org.tasteprint.genre.evaluation.GenreReport;
import org.tasteprint.genre.picture.ReportPictures;

/**
 * Where papers are tried: the tracks of a folder that have a genre, how they are parted, and trainings. The folder's own split is used
 * where it has one with a test part; otherwise tracks are dealt into folds.
 */
public final class Laboratory {
    private static final String TASTE = "taste";
    private static final int QUICK_TRACKS = 8;
    private static final int QUICK_GENRES = 3;
    private static final int QUICK_FOLDS = 2;
    private static final int QUICK_EPOCHS = 2;
    private static final int INNER_FOLDS_OF_A_STACK = 3;

    /** How much longer a network or a tower takes than what learns from rows in memory, roughly: for the bar. */
    private static final long SLOW = 10;

    private final Material material;
    private final Effort effort;
    private final long seed;
    private final Optional<Path> pictures;
    private final List<Track> tracks;
    private final Optional<Plan> plan;
    private final Progress.Task whole;

    /**
     * @param pictures a folder for the pictures of every system, if they are wanted
     * @throws TasteprintException {@code INVALID_INPUT} when no track has a genre
     */
    public Laboratory(Material material, Effort effort, long seed, Optional<Path> pictures) {
        this(
                requireNonNull(material, "material is null"),
                effort,
                seed,
                pictures,
                effort == Effort.QUICK ? few(labelled(material)) : labelled(material),
                Optional.empty(),
                Progress.SILENT.begin("", "", 0));
    }

    private Laboratory(
            Material material, Effort effort, long seed, Optional<Path> pictures, List<Track> tracks, Optional<Plan> plan, Progress.Task whole) {
        this.material = material;
        this.effort = effort;
        this.seed = seed;
        this.pictures = pictures;
        this.tracks = tracks;
        this.plan = plan;
        this.whole = whole;
    }

    /** How tracks are parted, and how that is called. */
    record Protocol(List<Part> parts, Grouping grouping, String name) {}

    /** Goes through a paper's variants: first to see what they need, which is extracted at once, then to try them under one bar. */
    List<Row> table(Function<Laboratory, List<Row>> variants) {
        Plan needed = new Plan();
        variants.apply(new Laboratory(material, effort, seed, Optional.empty(), tracks, Optional.of(needed), whole));
        try {
            needed.together().forEach((hop, features) -> material.extract(tracks, features, hop));
        } catch (TasteprintException e) {
            requireAbsence(e);
            material.progress().note("some variants cannot be tried: " + e.getMessage());
        }
        try (Progress.Task bar = material.progress().begin("trying variants", "steps", needed.steps())) {
            return variants.apply(new Laboratory(material, effort, seed, pictures, tracks, Optional.empty(), bar));
        }
    }

    Effort effort() {
        return effort;
    }

    long seed() {
        return seed;
    }

    /** So many epochs; fewer where the effort is not full. */
    int epochs(int full, int usual) {
        return switch (effort) {
            case QUICK -> Math.min(QUICK_EPOCHS, full);
            case USUAL -> Math.min(usual, full);
            case FULL -> full;
        };
    }

    /** The folder's split into train and test, or folds that keep artists together. */
    Protocol splitOrFolds(int folds) {
        List<Track> train = inSplit("train");
        List<Track> test = inSplit("test");
        return train.isEmpty() || test.isEmpty()
                ? folds(folds, folds, Grouping.ARTIST)
                : new Protocol(
                        List.of(new Part("train", train, test)), Grouping.ARTIST, "trained on train, judged on test");
    }

    /** Folds over all tracks, whatever the folder's split; fewer where the effort is not full. */
    Protocol folds(int full, int usual, Grouping grouping) {
        int count = switch (effort) {
            case QUICK -> QUICK_FOLDS;
            case USUAL -> usual;
            case FULL -> full;
        };
        return new Protocol(
                GenreEvaluation.deal(tracks, count, grouping, seed),
                grouping,
                grouping == Grouping.ARTIST
                        ? "%d folds, stratified by genre, grouped by artist".formatted(count)
                        : "%d folds, stratified by genre (as the paper), artists on both sides".formatted(count));
    }

    /** Settings with this laboratory's seed. */
    GenreSettings seeded(GenreSettings settings, Hop hop) {
        return settings.with(draft -> {
            draft.seed = seed;
            draft.hop = hop.text();
        });
    }

    /** A system that takes hours, and is tried at full effort alone. */
    Row onlyInFull(String system, Published published, Supplier<Row> trial) {
        return effort == Effort.FULL ? trial.get() : absent(system, published, "takes hours: run with --full");
    }

    /** A system of the table, tried where the folder allows it. */
    Row row(String system, Published published, Protocol protocol, GenreSettings settings) {
        return row(system, published, protocol, settings, List.of());
    }

    /** @param towerInputs what the tower hears, where taste is among the features */
    Row row(String system, Published published, Protocol protocol, GenreSettings settings, List<String> towerInputs) {
        Set<String> features = new TreeSet<>(settings.features());
        boolean needsTaste = features.remove(TASTE);
        features.addAll(towerInputs);
        Plan.Need need = new Plan.Need(features, Hop.parse(settings.hop()));
        long steps = needsTaste || settings.classifier() instanceof ClassifierSettings.OfSongs ? SLOW : 1;
        return attempt(system, published, need, steps * protocol.parts().size(), () -> needsTaste && !material.hasListeners()
                ? absent(system, published, "needs listeners")
                : found(system, published, new GenreEvaluation(trainer(need.hop(), towerInputs), settings)
                        .parts(protocol.parts(), protocol.name(), progress(system, steps))));
    }

    /** The vote of systems that were tried. */
    Row vote(String system, Published published, List<Row> members) {
        List<GenreReport> reports = members.stream().flatMap(row -> row.ours().stream()).toList();
        if (reports.size() < 2) {
            return absent(system, published, "needs two systems that ran");
        }
        Row row = found(system, published, VotingEnsemble.of(reports, material.progress()));
        return reports.size() == members.size() ? row : row.noting("%d of %d systems".formatted(reports.size(), members.size()));
    }

    /** A regression over systems that learns whom to believe; those that cannot run here are left out. */
    Row stack(String system, Protocol protocol, List<GenreSettings> systems) {
        List<GenreSettings> possible = systems.stream()
                .filter(settings -> missing(settings.features(), Hop.parse(settings.hop())).isEmpty())
                .toList();
        if (possible.size() < 2) {
            return absent(system, Published.NOTHING, "needs two systems that run");
        }
        Hop hop = Hop.parse(systems.getFirst().hop());
        Set<String> features = possible.stream().flatMap(settings -> settings.features().stream()).collect(Collectors.toSet());
        long steps = (INNER_FOLDS_OF_A_STACK + 1L) * possible.size() * protocol.parts().size();
        return attempt(system, Published.NOTHING, new Plan.Need(features, hop), steps, () -> found(
                system,
                Published.NOTHING,
                new Stacking(trainer(hop, List.of()), possible, seed)
                        .parts(protocol.parts(), protocol.grouping(), protocol.name(), progress(system, 1))));
    }

    private Progress progress(String system, long steps) {
        return new TableProgress(whole, system, steps, material.progress());
    }

    private Row attempt(String system, Published published, Plan.Need need, long steps, Supplier<Row> trial) {
        if (plan.isPresent()) {
            plan.get().add(need, steps);
            return absent(system, published, "planned");
        }
        try {
            material.extract(tracks, need.features(), need.hop());
            List<String> missing = missing(List.copyOf(need.features()), need.hop());
            if (missing.isEmpty()) {
                return trial.get();
            }
            whole.advance(steps);
            return absent(system, published, "needs audio for " + String.join(", ", new TreeSet<>(missing)));
        } catch (TasteprintException e) {
            requireAbsence(e);
            whole.advance(steps);
            return absent(system, published, e.getMessage());
        }
    }

    /** Lets those errors pass that say what a folder or a machine lacks. */
    private static void requireAbsence(TasteprintException e) {
        if (e.kind() != Kind.UNAVAILABLE && e.kind() != Kind.NOT_FOUND) {
            throw e;
        }
    }

    private List<String> missing(List<String> features, Hop hop) {
        return features.stream()
                .filter(feature -> tracks.stream().noneMatch(track -> material.has(feature, hop, track.id())))
                .toList();
    }

    private GenreTrainer trainer(Hop hop, List<String> towerInputs) {
        return new GenreTrainer(
                material.features(hop, towerInputs, effort == Effort.QUICK ? QUICK_EPOCHS : 0), material.networks());
    }

    private Row found(String system, Published published, GenreReport report) {
        pictures.ifPresent(folder -> new ReportPictures(system + ", " + report.split(), report)
                .write(folder.resolve(system.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"))));
        material.progress().note("%s: accuracy %.3f (n = %d)".formatted(system, report.accuracy(), report.n()));
        return new Row(system, published, Optional.of(report), "");
    }

    private static Row absent(String system, Published published, String why) {
        return new Row(system, published, Optional.empty(), why);
    }

    private List<Track> inSplit(String name) {
        return tracks.stream().filter(track -> track.split().equals(name)).toList();
    }

    private static List<Track> labelled(Material material) {
        List<Track> labelled = material.tracks().stream().filter(track -> !track.genre().isBlank()).toList();
        if (labelled.isEmpty()) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT, "no track has a genre: give a dataset folder whose tracks.csv names genres");
        }
        return labelled;
    }

    /** The first tracks of the first genres, so many of each. */
    private static List<Track> few(List<Track> tracks) {
        List<Track> few = new ArrayList<>();
        tracks.stream()
                .sorted(Comparator.comparing(Track::id))
                .collect(Collectors.groupingBy(Track::genre, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .limit(QUICK_GENRES)
                .forEach(ofGenre -> few.addAll(ofGenre.subList(0, Math.min(QUICK_TRACKS, ofGenre.size()))));
        return few;
    }
}
