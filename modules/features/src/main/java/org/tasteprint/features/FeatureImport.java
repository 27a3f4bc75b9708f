package org.tasteprint.features;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tasteprint.catalog.Rejection;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.nets.format.NpyRows;

/** Takes one feature of a dataset folder into a store, a track at a time. */
final class FeatureImport {
    private final String feature;
    private final String npyName;
    private final String csvName;
    private final NpyRows npy;
    private final RowIndex index;
    private final List<Rejection> rejected;

    private FeatureImport(Path folder, String feature) {
        this.feature = FeatureStore.checked(feature);
        this.npyName = "features/" + feature + ".npy";
        this.csvName = "features/" + feature + ".csv";
        Path csv = folder.resolve(feature + ".csv");
        if (Files.notExists(csv)) {
            throw invalid(csv + " is missing: it says which track each row of the .npy file belongs to");
        }
        this.index = RowIndex.read(csv, csvName);
        this.rejected = new ArrayList<>(index.rejected());
        this.npy = NpyRows.open(folder.resolve(feature + ".npy"));
        if (npy.rows() != index.size() || npy.dimensions() == 0) {
            npy.close();
            throw invalid("%s has %d rows of %d numbers but %s has %d records: they do not belong together"
                    .formatted(npyName, npy.rows(), npy.dimensions(), csvName, index.size()));
        }
    }

    /** Imports {@code folder/feature.npy} and {@code folder/feature.csv}. */
    static ImportedFeature run(Path folder, String feature, FeatureStore store, Set<String> trackIds, Progress progress) {
        FeatureImport files;
        try {
            files = new FeatureImport(folder, feature);
        } catch (TasteprintException e) {
            Rejection whole = new Rejection("features/" + feature + ".npy", 0, e.getMessage());
            return new ImportedFeature(feature, 0, 0, 0, List.of(whole));
        }
        try (NpyRows _ = files.npy) {
            return files.copyTo(store, trackIds, progress);
        }
    }

    private ImportedFeature copyTo(FeatureStore store, Set<String> trackIds, Progress progress) {
        int imported = 0;
        int changed = 0;
        List<String> unknown = new ArrayList<>();
        try (Progress.Task task = progress.begin("importing " + feature, "tracks", index.rowsOf().size())) {
            for (Map.Entry<String, List<RowIndex.Row>> entry : index.rowsOf().entrySet()) {
                String track = entry.getKey();
                task.advance(1);
                if (!trackIds.contains(track)) {
                    unknown.add(track);
                    continue;
                }
                float[] values = values(entry.getValue());
                if (!areNumbers(track, entry.getValue(), values)) {
                    continue;
                }
                List<String> rowIds = Collections.nCopies(entry.getValue().size(), track);
                imported++;
                changed += store.writeImported(new FeatureMatrix(feature, npy.dimensions(), rowIds, values)) ? 1 : 0;
            }
        }
        if (!unknown.isEmpty()) {
            rejected.add(new Rejection(csvName, 0, "%d of its tracks are not in the catalogue, the first is '%s'"
                    .formatted(unknown.size(), unknown.getFirst())));
        }
        return new ImportedFeature(feature, npy.dimensions(), imported, changed, rejected);
    }

    /** The rows of one track; those that follow one another in the file are read in one go. */
    private float[] values(List<RowIndex.Row> rows) {
        int dimensions = npy.dimensions();
        float[] values = new float[Math.multiplyExact(rows.size(), dimensions)];
        for (int from = 0, to; from < rows.size(); from = to) {
            long first = rows.get(from).number();
            to = from + 1;
            while (to < rows.size() && rows.get(to).number() == first + to - from) {
                to++;
            }
            System.arraycopy(npy.read(first, to - from), 0, values, from * dimensions, (to - from) * dimensions);
        }
        return values;
    }

    private boolean areNumbers(String track, List<RowIndex.Row> rows, float[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                RowIndex.Row row = rows.get(i / npy.dimensions());
                String reason = "row %d (line %d of %s) has a value that is no finite number; track %s is left out"
                        .formatted(row.number(), row.line(), csvName, track);
                rejected.add(new Rejection(npyName, 0, reason));
                return false;
            }
        }
        return true;
    }

    private static TasteprintException invalid(String message) {
        return new TasteprintException(Kind.INVALID_INPUT, message);
    }
}
