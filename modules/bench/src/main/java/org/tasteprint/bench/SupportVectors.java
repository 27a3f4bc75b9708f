package org.tasteprint.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.tasteprint.core.Folds;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.genre.classifier.Calibration;
import org.tasteprint.genre.classifier.ClassifierTrainer;
import org.tasteprint.genre.classifier.Examples;
import org.tasteprint.genre.classifier.Fitting;
import org.tasteprint.genre.classifier.SegmentClassifier;
import org.tasteprint.genre.classifier.Svm;
import org.tasteprint.nets.format.NpyRows;

/**
 * Support vector machines over musicnn's tags as they are: seconds that training and prediction take over five folds by artist, and how
 * often segments and songs are right. As scikit-learn's {@code SVC(C=1)}, which does not calibrate either.
 */
public final class SupportVectors {
    private static final String FEATURE = "musicnn-msd-taggram";
    private static final int FOLDS = 5;
    private static final int RUNS = 5;
    private static final int MADE_LABELS = 10;
    private static final int MADE_SONGS = 440;
    private static final int MADE_SEGMENTS = 28;
    private static final int MADE_COLUMNS = 50;

    private SupportVectors() {}

    /** What one run over all folds gave. */
    private record Run(double training, double prediction, double segments, double songs) {}

    /**
     * The medians of five runs after a warm-up.
     *
     * @param folder a dataset folder with the feature {@value #FEATURE}; without one, made rows, of whose accuracies nothing is said
     * @throws TasteprintException {@code NOT_FOUND} when the folder lacks a file
     */
    public static List<Figure> measure(Optional<Path> folder, Progress progress) {
        Examples examples = folder.map(SupportVectors::read).orElseGet(SupportVectors::made);
        List<Run> runs = new ArrayList<>();
        try (Progress.Task task = progress.begin("training support vector machines", "runs", RUNS + 1)) {
            for (int run = 0; run <= RUNS; run++) {
                runs.add(run(examples));
                task.advance(1);
            }
        }
        List<Run> counted = runs.subList(1, runs.size());
        int threads = Runtime.getRuntime().availableProcessors();
        List<Figure> figures = new ArrayList<>(List.of(
                new Figure("svm training", median(counted, Run::training), "s, %d folds".formatted(FOLDS), threads),
                new Figure("svm prediction", median(counted, Run::prediction), "s, %d folds".formatted(FOLDS), threads)));
        if (folder.isPresent()) {
            figures.add(new Figure("svm segments right", counted.getFirst().segments(), "share", threads));
            figures.add(new Figure("svm songs right", counted.getFirst().songs(), "share", threads));
        }
        return figures;
    }

    private static double median(List<Run> runs, ToDoubleFunction<Run> value) {
        return runs.stream().mapToDouble(value).sorted().toArray()[runs.size() / 2];
    }

    private static Run run(Examples examples) {
        int[] first = firstRows(examples.song());
        int[] foldOfSong = Folds.stratifiedByGroup(
                Arrays.stream(first).mapToObj(row -> Integer.toString(examples.label()[row])).toList(),
                Arrays.stream(first).mapToObj(row -> Integer.toString(examples.artist()[row])).toList(),
                FOLDS,
                1);
        double training = 0;
        double prediction = 0;
        long segments = 0;
        long songs = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            int out = fold;
            int[] learned = rows(examples, foldOfSong, of -> of != out);
            int[] asked = rows(examples, foldOfSong, of -> of == out);
            long begin = System.nanoTime();
            SegmentClassifier svm = new ClassifierTrainer(select(examples, learned), new Fitting(false, false, Calibration.NONE), 1)
                    .train(Svm.DEFAULT, Progress.SILENT)
                    .classifier();
            long trained = System.nanoTime();
            int[] said = svm.decide(select(examples, asked).rows()).label();
            prediction += (System.nanoTime() - trained) / 1e9;
            training += (trained - begin) / 1e9;
            Map<Integer, int[]> votes = new HashMap<>();
            for (int i = 0; i < asked.length; i++) {
                segments += said[i] == examples.label()[asked[i]] ? 1 : 0;
                votes.computeIfAbsent(examples.song()[asked[i]], song -> new int[examples.labels()])[said[i]]++;
            }
            for (Map.Entry<Integer, int[]> song : votes.entrySet()) {
                int winner = IntStream.range(0, examples.labels()).boxed().max(Comparator.comparingInt(l -> song.getValue()[l])).orElseThrow();
                songs += winner == examples.label()[first[song.getKey()]] ? 1 : 0;
            }
        }
        return new Run(training, prediction, (double) segments / examples.label().length, (double) songs / first.length);
    }

    private static int[] firstRows(int[] song) {
        return IntStream.range(0, song.length).filter(row -> row == 0 || song[row] != song[row - 1]).toArray();
    }

    private static int[] rows(Examples examples, int[] foldOfSong, IntPredicate wanted) {
        return IntStream.range(0, examples.song().length).filter(row -> wanted.test(foldOfSong[examples.song()[row]])).toArray();
    }

    private static Examples select(Examples all, int[] rows) {
        return new Examples(
                Arrays.stream(rows).mapToObj(row -> all.rows()[row]).toArray(double[][]::new),
                Arrays.stream(rows).map(row -> all.label()[row]).toArray(),
                Arrays.stream(rows).map(row -> all.song()[row]).toArray(),
                Arrays.stream(rows).map(row -> all.artist()[row]).toArray(),
                all.labels());
    }

    /** As many rows as there are in GTZAN's training tracks, around a centre for each song. */
    private static Examples made() {
        Random random = new Random(1);
        int rows = MADE_SONGS * MADE_SEGMENTS;
        double[][] values = new double[rows][MADE_COLUMNS];
        for (int song = 0; song < MADE_SONGS; song++) {
            double[] centre = random.doubles(MADE_COLUMNS, 0, 0.2).toArray();
            centre[song % MADE_LABELS] += 0.3;
            for (int segment = 0; segment < MADE_SEGMENTS; segment++) {
                double[] row = values[song * MADE_SEGMENTS + segment];
                Arrays.setAll(row, column -> centre[column] + 0.05 * random.nextGaussian());
            }
        }
        return new Examples(
                values,
                IntStream.range(0, rows).map(row -> row / MADE_SEGMENTS % MADE_LABELS).toArray(),
                IntStream.range(0, rows).map(row -> row / MADE_SEGMENTS).toArray(),
                IntStream.range(0, rows).map(row -> row / MADE_SEGMENTS / MADE_LABELS / 2 * MADE_LABELS + row / MADE_SEGMENTS % MADE_LABELS).toArray(),
                MADE_LABELS);
    }

    private static Examples read(Path folder) {
        Map<String, NamedCsvRecord> tracks = new HashMap<>();
        records(folder.resolve("tracks.csv")).forEach(track -> tracks.put(track.getField("track_id"), track));
        List<String> ids = records(folder.resolve("features/%s.csv".formatted(FEATURE))).stream().map(row -> row.getField("track_id")).toList();
        try (NpyRows file = NpyRows.open(folder.resolve("features/%s.npy".formatted(FEATURE)))) {
            float[] values = file.read(0, ids.size());
            int columns = file.dimensions();
            double[][] rows = new double[ids.size()][columns];
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < columns; column++) {
                    rows[row][column] = values[row * columns + column];
                }
            }
            List<String> genres = ids.stream().map(id -> tracks.get(id).getField("genre")).toList();
            return new Examples(
                    rows,
                    numbers(genres),
                    numbers(ids),
                    numbers(ids.stream().map(id -> tracks.get(id).getField("artist").isEmpty() ? id : tracks.get(id).getField("artist")).toList()),
                    (int) genres.stream().distinct().count());
        }
    }

    private static List<NamedCsvRecord> records(Path file) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new TasteprintException(Kind.NOT_FOUND, "cannot read %s: give a dataset folder with the feature %s".formatted(file, FEATURE), e);
        }
    }

    /** A number for each text, the same for the same, in the order in which they come. */
    private static int[] numbers(List<String> texts) {
        Map<String, Integer> numbers = new HashMap<>();
        return texts.stream().mapToInt(text -> numbers.computeIfAbsent(text, unseen -> numbers.size())).toArray();
    }
}
