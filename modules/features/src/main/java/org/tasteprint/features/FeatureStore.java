package org.tasteprint.features;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.format.Npy;

/**
 * Features of tracks on disk: one {@code .npy} file, float32[rows][dimensions], a track and feature.
 *
 * <p>Extracted features are in folders that say what their rows are: {@code NAME@1s} and {@code NAME@3s} for segments,
 * {@code NAME@frames}, {@code NAME@excerpts} and {@code NAME@track} for {@linkplain Rows rows} that are the same whatever the hop. Features that were
 * not extracted, which a dataset brought or another feature was made into, are in {@code NAME} and are preferred: what a dataset
 * brings is used as it is.
 *
 * <p>Every file is replaced at once, so that a reader never sees half of one. A file that is damaged all the same counts as
 * absent, and a warning says so once. Safe for use by several threads.
 */
public final class FeatureStore {
    private static final Logger LOG = LoggerFactory.getLogger(FeatureStore.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final Path folder;
    private final Set<Path> reportedDamaged = ConcurrentHashMap.newKeySet();

    /** @param folder where the features are; made when the first one is written */
    public FeatureStore(Path folder) {
        this.folder = requireNonNull(folder, "folder is null");
    }

    /** Whether the feature of the track is there and whole. */
    public boolean has(String feature, Hop hop, String trackId) {
        return stored(feature, hop, trackId).isPresent();
    }

    /**
     * The names of the features that are there for any track, whatever their rows describe.
     *
     * @throws TasteprintException {@code UNAVAILABLE} when the folder cannot be read
     */
    public SortedSet<String> features() {
        if (Files.notExists(folder)) {
            return new TreeSet<>();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString().replaceFirst("@.*", ""))
                    .filter(NAME.asMatchPredicate())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new TasteprintException(
                    Kind.UNAVAILABLE, "cannot read %s (%s): check its permissions".formatted(folder, e.getMessage()), e);
        }
    }

    /** The rows of one track; empty when there are none or their file is damaged. */
    public Optional<FeatureMatrix> read(String feature, Hop hop, String trackId) {
        return stored(feature, hop, trackId).map(file -> file.matrix(feature));
    }

    /**
     * Keeps what was extracted from one track, in place of what there was.
     *
     * @param rows what its rows describe
     * @param hop  how far segments are apart
     * @throws TasteprintException {@code UNAVAILABLE} when it cannot be written
     */
    public void write(Rows rows, Hop hop, FeatureMatrix oneTrack) {
        FeatureFolder target = extracted(oneTrack.feature(), rows, hop);
        write(target, onlyTrack(oneTrack), oneTrack.dimensions(), oneTrack.values());
    }

    /** Keeps segments that were extracted from one track, as {@link #write(Rows, Hop, FeatureMatrix)} does. */
    public void write(Hop hop, FeatureMatrix oneTrack) {
        write(Rows.SEGMENTS, hop, oneTrack);
    }

    /**
     * Keeps a feature without a hop for all of its tracks, in place of everything that was kept under its name. The rows of
     * a track need not follow one another.
     *
     * @throws TasteprintException {@code UNAVAILABLE} when it cannot be written
     */
    public void writeDerived(FeatureMatrix matrix) {
        writeDerived(matrix.feature(), Stream.of(matrix));
    }

    /**
     * The same, where tracks come a few at a time.
     *
     * @param parts matrices of the feature, each of other tracks; closed when all are written
     * @throws TasteprintException {@code UNAVAILABLE} when they cannot be written
     */
    public synchronized void writeDerived(String feature, Stream<FeatureMatrix> parts) {
        FeatureFolder fresh = new FeatureFolder(folder.resolve("." + checked(feature) + ".new"));
        fresh.delete();
        long rows;
        try (parts) {
            rows = parts.mapToLong(part -> writeTracks(fresh, part)).sum();
        }
        if (rows > 0) {
            fresh.replace(hopless(feature));
        } else {
            hopless(feature).delete();
        }
    }

    private static long writeTracks(FeatureFolder target, FeatureMatrix matrix) {
        int dimensions = matrix.dimensions();
        rowsOfTracks(matrix).forEach((track, rows) -> {
            float[] values = new float[rows.size() * dimensions];
            for (int i = 0; i < rows.size(); i++) {
                System.arraycopy(matrix.values(), rows.get(i) * dimensions, values, i * dimensions, dimensions);
            }
            write(target, track, dimensions, values);
        });
        return matrix.rows();
    }

    /**
     * All rows of the tracks that have the feature, in the order of {@code trackIds}; tracks without it are left out.
     *
     * @throws TasteprintException {@code NOT_FOUND} when no track has it, {@code CONFLICT} when rows differ in length,
     *     {@code INVALID_INPUT} when it does not fit into one array
     */
    public FeatureMatrix load(String feature, Hop hop, Collection<String> trackIds) {
        List<StoredFile> files = storedOf(feature, hop, trackIds);
        int dimensions = files.getFirst().dimensions();
        long size = files.stream().mapToLong(StoredFile::rows).sum() * dimensions;
        if (size > Integer.MAX_VALUE - 8) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT,
                    "%s of %d tracks is too large for memory; take fewer tracks, or --hop 3s"
                            .formatted(feature, files.size()));
        }
        float[] values = new float[(int) size];
        List<String> rowIds = new ArrayList<>((int) (size / dimensions));
        for (StoredFile file : files) {
            float[] rows = file.values();
            System.arraycopy(rows, 0, values, rowIds.size() * dimensions, rows.length);
            rowIds.addAll(Collections.nCopies(rows.length / dimensions, file.trackId()));
        }
        return new FeatureMatrix(feature, dimensions, rowIds, values);
    }

    /**
     * One row, the mean, for each track that has the feature, in the order of {@code trackIds}. Holds one track's rows at a
     * time.
     *
     * @throws TasteprintException {@code NOT_FOUND} when no track has it, {@code CONFLICT} when rows differ in length
     */
    public FeatureMatrix means(String feature, Hop hop, Collection<String> trackIds) {
        List<String> ids = new ArrayList<>();
        List<float[]> means = new ArrayList<>();
        forEachMean(feature, hop, trackIds, (id, mean) -> {
            ids.add(id);
            means.add(mean);
        });
        int dimensions = means.getFirst().length;
        float[] values = new float[Math.multiplyExact(means.size(), dimensions)];
        for (int i = 0; i < means.size(); i++) {
            System.arraycopy(means.get(i), 0, values, i * dimensions, dimensions);
        }
        return new FeatureMatrix(feature, dimensions, ids, values);
    }

    /**
     * Gives the mean of each track that has the feature, one after the other in the order of {@code trackIds}. Holds one track's rows
     * at a time.
     *
     * @throws TasteprintException {@code NOT_FOUND} when no track has it, {@code CONFLICT} when rows differ in length
     */
    public void forEachMean(String feature, Hop hop, Collection<String> trackIds, BiConsumer<String, float[]> mean) {
        StoredFile first = null;
        for (String id : trackIds) {
            Optional<StoredFile> file = stored(feature, hop, id);
            if (file.isPresent()) {
                first = first == null ? file.get() : first;
                requireAlike(feature, first, file.get());
                mean.accept(id, file.get().matrix(feature).meanPerTrack().values());
            }
        }
        if (first == null) {
            throw storedForNone(feature, hop, trackIds.size());
        }
    }

    /** Forgets what was extracted by another recipe than this one. */
    void prepareFor(String feature, Rows rows, Hop hop, FeatureFolder.Recipe recipe) {
        extracted(feature, rows, hop).prepareFor(recipe);
    }

    /** Whether the feature of a track is there and need not be extracted: it was imported, or is not older than the sound. */
    boolean isCurrent(String feature, Hop hop, String trackId, Optional<Path> audio) {
        return stored(feature, hop, trackId)
                .filter(file -> audio.isEmpty()
                        || file.path().startsWith(hopless(feature).path())
                        || modified(file.path()).compareTo(modified(audio.get())) >= 0)
                .isPresent();
    }

    /**
     * Keeps the rows of one track of a feature without a hop, beside those of other tracks.
     *
     * @return whether anything changed
     */
    boolean writeImported(FeatureMatrix oneTrack) {
        String track = onlyTrack(oneTrack);
        FeatureFolder target = hopless(oneTrack.feature());
        boolean unchanged = open(track, target.file(track))
                .map(file -> file.dimensions() == oneTrack.dimensions() && Arrays.equals(file.values(), oneTrack.values()))
                .orElse(false);
        if (!unchanged) {
            write(target, track, oneTrack.dimensions(), oneTrack.values());
        }
        return !unchanged;
    }

    /** The files of the tracks that have the feature, at least one, with rows of one length. */
    List<StoredFile> storedOf(String feature, Hop hop, Collection<String> trackIds) {
        List<StoredFile> files =
                trackIds.stream().flatMap(id -> stored(feature, hop, id).stream()).toList();
        if (files.isEmpty()) {
            throw storedForNone(feature, hop, trackIds.size());
        }
        files.forEach(file -> requireAlike(feature, files.getFirst(), file));
        return files;
    }

    private static TasteprintException storedForNone(String feature, Hop hop, int tracks) {
        return new TasteprintException(
                Kind.NOT_FOUND,
                "feature '%s' (hop %s) is stored for none of %d tracks: run ./tasteprint extract --features %s --hop %s"
                        .formatted(feature, hop.text(), tracks, feature, hop.text()));
    }

    private static void requireAlike(String feature, StoredFile first, StoredFile other) {
        if (other.dimensions() != first.dimensions()) {
            throw new TasteprintException(
                    Kind.CONFLICT,
                    "feature '%s' has %d dimensions for track %s but %d for track %s: import or extract it again for all"
                            .formatted(feature, first.dimensions(), first.trackId(), other.dimensions(), other.trackId()));
        }
    }

    private Optional<StoredFile> stored(String feature, Hop hop, String trackId) {
        Stream<FeatureFolder> extracted = Stream.of(Rows.values()).map(rows -> extracted(feature, rows, hop));
        return Stream.concat(Stream.of(hopless(feature)), extracted)
                .flatMap(place -> open(trackId, place.file(trackId)).stream())
                .findFirst();
    }

    private Optional<StoredFile> open(String trackId, Path file) {
        return StoredFile.open(trackId, file, reason -> {
            if (reportedDamaged.add(file)) {
                LOG.warn("a stored feature counts as absent, extract or import it again: {}", reason);
            }
        });
    }

    private static void write(FeatureFolder target, String trackId, int dimensions, float[] values) {
        long[] shape = {values.length / dimensions, dimensions};
        Npy.write(target.file(trackId), new Tensor(shape, values));
    }

    private FeatureFolder hopless(String feature) {
        return new FeatureFolder(folder.resolve(checked(feature)));
    }

    private FeatureFolder extracted(String feature, Rows rows, Hop hop) {
        return new FeatureFolder(folder.resolve(checked(feature) + "@" + rows.every(hop)));
    }

    /**
     * Refuses what is no name of a feature, because it cannot be that of a file.
     *
     * @throws TasteprintException {@code INVALID_INPUT}
     */
    static String checked(String feature) {
        if (!NAME.matcher(feature).matches()) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT,
                    "'%s' is no name of a feature: use up to 100 letters, digits, '.', '_' and '-'".formatted(feature));
        }
        return feature;
    }

    private static String onlyTrack(FeatureMatrix matrix) {
        List<String> tracks = matrix.trackIds().stream().distinct().toList();
        if (tracks.size() != 1) {
            throw new IllegalArgumentException("the rows must be of one track; tracks=" + tracks);
        }
        return tracks.getFirst();
    }

    private static Map<String, List<Integer>> rowsOfTracks(FeatureMatrix matrix) {
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        for (int row = 0; row < matrix.rows(); row++) {
            rows.computeIfAbsent(matrix.trackIds().get(row), track -> new ArrayList<>()).add(row);
        }
        return rows;
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0); // gone or unreadable: not newer than anything
        }
    }
}
