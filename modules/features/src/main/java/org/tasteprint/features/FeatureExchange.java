package org.tasteprint.features;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tasteprint.core.AtomicFile;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.nets.format.NpyRows;

/**
 * Features as a dataset folder has them: {@code features/NAME.npy}, rows of numbers, and {@code features/NAME.csv}, the track of
 * each row ({@code track_id[,segment]}). Rows are read and written a track at a time, so the files may be larger than memory.
 */
public final class FeatureExchange {
    private static final String FOLDER = "features";

    private FeatureExchange() {}

    /**
     * Takes every feature of a dataset folder into a store, as features without a hop. Rows of unknown tracks, records that
     * cannot be understood and files that do not belong together are left out and listed; the rest goes on. Importing the
     * same files again changes nothing.
     *
     * @param trackIds the tracks that there are
     * @return one a feature, by name; empty when the folder has no {@code features}
     * @throws TasteprintException {@code UNAVAILABLE} when the store cannot be written, or reading fails half-way
     */
    public static List<ImportedFeature> importFrom(
            Path datasetFolder, FeatureStore store, Set<String> trackIds, Progress progress) {
        Path folder = datasetFolder.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        return names(folder).stream()
                .map(name -> FeatureImport.run(folder, name, store, trackIds, progress))
                .toList();
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && (name.endsWith(".npy") || name.endsWith(".csv")))
                    .map(name -> name.substring(0, name.length() - ".npy".length()))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new TasteprintException(
                    Kind.UNAVAILABLE, "cannot list %s (%s): check its permissions".formatted(folder, e.getMessage()), e);
        }
    }

    /**
     * Writes a feature of tracks as the files of a dataset folder. Each file appears when it is complete.
     *
     * @param trackIds tracks, in the order that the rows will have; those without the feature are left out
     * @param toFolder the dataset folder; made when it is not there
     * @throws TasteprintException {@code NOT_FOUND} when no track has the feature, {@code CONFLICT} when rows differ in
     *     length, {@code UNAVAILABLE} when a file cannot be written
     */
    public static Exported export(
            FeatureStore store, String feature, Hop hop, List<String> trackIds, Granularity granularity, Path toFolder) {
        List<StoredFile> files = store.storedOf(feature, hop, trackIds);
        int dimensions = files.getFirst().dimensions();
        Path npy = toFolder.resolve(FOLDER).resolve(feature + ".npy");
        Path csv = toFolder.resolve(FOLDER).resolve(feature + ".csv");
        long rows = switch (granularity) {
            case SEGMENT -> files.stream().mapToLong(StoredFile::rows).sum();
            case TRACK -> files.size();
        };
        NpyRows.write(npy, rows, dimensions, files.stream().map(file -> switch (granularity) {
            case SEGMENT -> file.values();
            case TRACK -> file.matrix(feature).meanPerTrack().values();
        }).iterator());
        writeIndex(csv, files, granularity);
        return new Exported(npy, csv, rows, dimensions, files.size(), trackIds.size() - files.size());
    }

    private static void writeIndex(Path csv, List<StoredFile> files, Granularity granularity) {
        AtomicFile.write(csv, out -> {
            try (CsvWriter index = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
                switch (granularity) {
                    case SEGMENT -> {
                        index.writeRecord("track_id", "segment");
                        for (StoredFile file : files) {
                            for (int segment = 0; segment < file.rows(); segment++) {
                                index.writeRecord(file.trackId(), Integer.toString(segment));
                            }
                        }
                    }
                    case TRACK -> {
                        index.writeRecord("track_id");
                        files.forEach(file -> index.writeRecord(file.trackId()));
                    }
                }
            }
        });
    }
}
