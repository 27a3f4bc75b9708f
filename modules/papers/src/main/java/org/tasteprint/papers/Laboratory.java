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
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.core.Track;
import org.tasteprint.features.Hop;
import org.tasteprint.genre.GenreEvaluation;
import org.tasteprint.genre.GenreEvaluation.Grouping;
import org.tasteprint.genre.GenreEvaluation.Part;
import org.tasteprint.genre.GenreSettings;
import org.tasteprint.genre.GenreTrainer;
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

    private final Material material;
    private final boolean quick;
    private final long seed;
    private final Optional<Path> pictures;
    private final List<Track> tracks;

    /**
     * @param quick    takes few tracks, folds and epochs: the same code, but figures that mean nothing
     * @param pictures a folder for the pictures of every system, if they are wanted
     * @throws TasteprintException {@code INVALID_INPUT} when no track has a genre
     */
    public Laboratory(Material material, boolean quick, long seed, Optional<Path> pictures) {
        this.material = requireNonNull(material, "material is null");
        this.quick = quick;
        this.seed = seed;
        this.pictures = pictures;
        this.tracks = quick ? few(labelled(material)) : labelled(material);
    }

    /** How tracks are parted, and how that is called. */
    record Protocol(List<Part> parts, Grouping grouping, String name) {}

    boolean quick() {
        return quick;
    }

    long seed() {
        return seed;
    }

    /** So many epochs, or few. */
    int epochs(int most) {
        return quick ? Math.min(QUICK_EPOCHS, most) : most;
    }

    /** The folder's split into train and test, or folds that keep artists together. */
    Protocol splitOrFolds(int folds) {
        List<Track> train = inSplit("train");
        List<Track> test = inSplit("test");
        return train.isEmpty() || test.isEmpty()
                ? folds(folds, Grouping.ARTIST)
                : new Protocol(
                        List.of(new Part("train", train, test)), Grouping.ARTIST, "trained on train, judged on test");
    }

    /** Folds over all tracks, whatever the folder's split. */
    Protocol folds(int folds, Grouping grouping) {
        int count = quick ? QUICK_FOLDS : folds;
        return new Protocol(
                GenreEvaluation.deal(tracks, count, grouping, seed),
                grouping,
                "%d folds, stratified by genre, %s".formatted(count, grouping == Grouping.ARTIST ? "grouped by artist" : "not grouped"));
    }

    /** Whether a taste can be learned here. */
    boolean hasListeners() {
        return material.hasListeners();
    }

    /** Whether all of these features are there for some track, or can be computed. */
    boolean has(List<String> features, Hop hop) {
        return missing(features, hop).isEmpty();
    }

    /** Settings with this laboratory's seed. */
    GenreSettings seeded(GenreSettings settings, Hop hop) {
        return settings.with(draft -> {
            draft.seed = seed;
            draft.hop = hop.text();
        });
    }

    /** A system of the table, tried where the folder allows it. */
    Row row(String system, Published published, Protocol protocol, GenreSettings settings) {
        return row(system, published, protocol, settings, List.of());
    }

    /** @param towerInputs what the tower hears, where taste is among the features */
    Row row(String system, Published published, Protocol protocol, GenreSettings settings, List<String> towerInputs) {
        Set<String> needed = new TreeSet<>(settings.features());
        boolean needsTaste = needed.remove(TASTE);
        needed.addAll(towerInputs);
        Hop hop = Hop.parse(settings.hop());
        return attempt(system, published, List.copyOf(needed), hop, () -> needsTaste && !hasListeners()
                ? absent(system, published, "needs listeners")
                : found(system, published, new GenreEvaluation(trainer(hop, towerInputs), settings)
                        .parts(protocol.parts(), protocol.name(), material.progress())));
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
        List<GenreSettings> possible =
                systems.stream().filter(settings -> has(settings.features(), Hop.parse(settings.hop()))).toList();
        if (possible.size() < 2) {
            return absent(system, Published.NOTHING, "needs two systems that run");
        }
        return found(system, Published.NOTHING, new Stacking(trainer(Hop.parse(systems.getFirst().hop()), List.of()), possible, seed)
                .parts(protocol.parts(), protocol.grouping(), protocol.name(), material.progress()));
    }

    private Row attempt(String system, Published published, List<String> needed, Hop hop, Supplier<Row> trial) {
        try {
            material.extract(tracks, Set.copyOf(needed), hop);
            List<String> missing = missing(needed, hop);
            return missing.isEmpty() ? trial.get() : absent(system, published, "needs audio for " + String.join(", ", missing));
        } catch (TasteprintException e) {
            if (e.kind() != Kind.UNAVAILABLE && e.kind() != Kind.NOT_FOUND) {
                throw e;
            }
            return absent(system, published, e.getMessage());
        }
    }

    private List<String> missing(List<String> features, Hop hop) {
        return features.stream()
                .filter(feature -> tracks.stream().noneMatch(track -> material.has(feature, hop, track.id())))
                .toList();
    }

    private GenreTrainer trainer(Hop hop, List<String> towerInputs) {
        return new GenreTrainer(material.features(hop, towerInputs, quick ? QUICK_EPOCHS : 0), material.networks());
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
