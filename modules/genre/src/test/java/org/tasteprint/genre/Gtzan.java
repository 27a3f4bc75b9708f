package org.tasteprint.genre;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.Track;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.format.Npy;

/** The GTZAN dataset folder, where there is one beside the project; without it the test is skipped. */
record Gtzan(List<Track> tracks, FeatureMatrix taggrams, FeatureMatrix choi160) {
    static Gtzan read() throws IOException {
        Path folder = Path.of(System.getProperty("tasteprint.root")).resolveSibling("shared/data/gtzan");
        Assumptions.assumeTrue(Files.isDirectory(folder), "no dataset folder " + folder);
        List<Track> tracks = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(folder.resolve("tracks.csv"))) {
            rows.forEach(row -> tracks.add(new Track(
                    row.getField("track_id"),
                    "",
                    row.getField("artist"),
                    row.getField("title"),
                    "",
                    0,
                    row.getField("genre"),
                    row.getField("split"))));
        }
        return new Gtzan(tracks, feature(folder, "musicnn-msd-taggram"), feature(folder, "choi160"));
    }

    List<Track> train() {
        return tracks.stream().filter(track -> track.split().equals("train")).toList();
    }

    private static FeatureMatrix feature(Path folder, String name) throws IOException {
        Tensor values = Npy.read(folder.resolve("features/" + name + ".npy"));
        List<String> ids = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(folder.resolve("features/" + name + ".csv"))) {
            rows.forEach(row -> ids.add(row.getField("track_id")));
        }
        return new FeatureMatrix(name, (int) values.shape()[1], ids, values.values());
    }
}
