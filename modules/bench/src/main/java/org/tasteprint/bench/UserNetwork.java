package org.tasteprint.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tasteprint.core.Progress;
import org.tasteprint.taste.candidate.CandidateNetwork;
import org.tasteprint.taste.candidate.CandidateSettings;
import org.tasteprint.taste.candidate.CandidateTrainer;
import org.tasteprint.taste.candidate.HistoryFile;
import org.tasteprint.taste.candidate.MappedHistories;

/**
 * How fast the user network learns: epochs over invented histories of 50 items in a mapped file, the items as unevenly popular as
 * songs are. The heap holds no history, so a small one does ({@code TASTEPRINT_JAVA_OPTS=-Xmx512m}).
 */
public final class UserNetwork {
    private static final int ITEMS_A_LISTENER = 50;
    private static final int INTERACTIONS_AN_ITEM = 50;
    private static final int EPOCHS = 3;
    private static final int DIMENSIONS = 40;

    private UserNetwork() {}

    /** Interactions a second of the slower of two epochs after the first, what comes before that, and the heap in use at the end. */
    public static List<Figure> measure(long interactions) {
        int listeners = Math.toIntExact(Math.max(2, interactions / ITEMS_A_LISTENER));
        int items = (int) Math.clamp(interactions / INTERACTIONS_AN_ITEM, 1_000, 1_000_000);
        Path file = file();
        try {
            write(file, listeners, items);
            List<Double> seconds = new ArrayList<>();
            try (MappedHistories histories = MappedHistories.open(file);
                    CandidateNetwork network = new CandidateTrainer(new Laps(seconds))
                            .train(histories, CandidateSettings.standard(DIMENSIONS, 1), EPOCHS)) {
                double epoch = seconds.stream().skip(1).sorted().toList().get((EPOCHS - 1) / 2);
                int threads = Runtime.getRuntime().availableProcessors();
                Runtime heap = Runtime.getRuntime();
                return List.of(
                        new Figure("users", histories.entries() / epoch, "interactions/s", threads),
                        new Figure("users warm start of %,d items".formatted(network.itemCount()), seconds.getFirst() - epoch, "s", threads),
                        new Figure("users heap", (heap.totalMemory() - heap.freeMemory()) / 1048576.0, "MiB in use", threads));
            }
        } finally {
            delete(file);
        }
    }

    /** Takes the time between the ends of epochs; the first includes what comes before it. */
    private record Laps(List<Double> seconds) implements Progress {
        @Override
        public Task begin(String what, String unit, long total) {
            Task silent = Progress.SILENT.begin(what, unit, total);
            long[] last = {System.nanoTime()};
            return new Task() {
                @Override
                public void advance(long steps) {
                    long now = System.nanoTime();
                    seconds.add((now - last[0]) / 1e9);
                    last[0] = now;
                }

                @Override
                public void detail(String text) {
                    silent.detail(text);
                }

                @Override
                public void close() {
                    silent.close();
                }
            };
        }

        @Override
        public void note(String text) {
            Progress.SILENT.note(text);
        }
    }

    private static void write(Path file, int listeners, int items) {
        SplittableRandom random = new SplittableRandom(5);
        try (HistoryFile out = new HistoryFile(file)) {
            for (int listener = 0; listener < listeners; listener++) {
                random.doubles(ITEMS_A_LISTENER)
                        .mapToInt(x -> (int) Math.min(items - 1, Math.pow(items, Math.sqrt(x)) - 1))
                        .sorted()
                        .distinct()
                        .forEach(item -> out.entry(item, 0.7f + 3 * (float) random.nextDouble()));
                out.endListener();
            }
            out.finish();
        }
    }

    private static Path file() {
        try {
            return Files.createTempFile("tasteprint-histories", "");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary file", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }
}
