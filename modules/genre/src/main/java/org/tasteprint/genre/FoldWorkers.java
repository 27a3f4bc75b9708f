package org.tasteprint.genre;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.core.Track;
import org.tasteprint.genre.GenreEvaluation.Part;
import org.tasteprint.genre.classifier.ClassifierSettings;

/** Trains and judges several parts at once, where that is possible and memory has room. What comes out does not depend on how many. */
final class FoldWorkers {
    /** From whose features the size of a training is told. */
    private static final int SAMPLED_TRACKS = 32;

    /** A row exists as read, as standardised, as turned, and as a classifier keeps it. */
    private static final int BYTES_OF_A_VALUE = Float.BYTES + 3 * Double.BYTES;

    private FoldWorkers() {}

    /**
     * As many as there are processors, and as half of the memory has room for. Networks learn one after the other: the engine records
     * gradients for one at a time.
     */
    static int count(List<Part> parts, GenreTrainer trainer, GenreSettings settings) {
        if (!(settings.classifier() instanceof ClassifierSettings.OfRows classifier) || !settings.features().stream().allMatch(trainer::isShared)) {
            return 1;
        }
        List<Track> train = parts.getFirst().train();
        int every = Math.max(1, train.size() / SAMPLED_TRACKS);
        List<Track> some = IntStream.range(0, train.size()).filter(i -> i % every == 0).mapToObj(train::get).toList();
        long values;
        try {
            int segmentsMax = Sampling.of(train, classifier, settings.seed()).segmentsMax();
            values = (long) trainer.rows(train, settings).of(some, segmentsMax).rows().values().length / some.size() * train.size();
        } catch (TasteprintException e) {
            if (e.kind() != Kind.NOT_FOUND) {
                throw e;
            }
            // None of these has the features; whether others have, training finds out.
            return 1;
        }
        long room = Runtime.getRuntime().maxMemory() / 2 / Math.max(1, values * BYTES_OF_A_VALUE);
        return (int) Math.clamp(room, 1, Math.min(parts.size(), Runtime.getRuntime().availableProcessors()));
    }

    /** What {@code work} makes of each, in their order. */
    static <A, B> List<B> run(int workers, List<A> all, Function<A, B> work) {
        List<B> results = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            List<Future<B>> running = all.stream().map(one -> pool.submit(() -> work.apply(one))).toList();
            try {
                for (Future<B> future : running) {
                    results.add(future.get());
                }
            } catch (ExecutionException e) {
                pool.shutdownNow();
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException("judging a part failed", e.getCause());
            } catch (InterruptedException e) {
                pool.shutdownNow();
                Thread.currentThread().interrupt();
                throw new IllegalStateException("judging was interrupted", e);
            }
        }
        return results;
    }
}
