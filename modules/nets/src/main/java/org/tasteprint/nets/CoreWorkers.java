package org.tasteprint.nets;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/**
 * One thread a core, each of which computes every operation alone.
 *
 * <p>PyTorch's own way, all cores on each operation, makes them wait for one another after every one of hundreds of small
 * products, and costs several times as much as soon as anything else wants a core (decoding, say). Different patches on
 * different cores need not wait.
 */
public final class CoreWorkers implements AutoCloseable {
    private final int threads = Runtime.getRuntime().availableProcessors();
    private final ExecutorService executor = Executors.newFixedThreadPool(threads, CoreWorkers::thread);

    private static Thread thread(Runnable work) {
        return Thread.ofPlatform().daemon().name("network").unstarted(() -> {
            try {
                PyTorch.computeAlone();
                work.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** How many tasks run at the same time. */
    public int threads() {
        return threads;
    }

    /** Something done to {@code count} items from {@code first} on. */
    @FunctionalInterface
    public interface BatchTask {
        void run(int first, int count);
    }

    /**
     * Shares items out among the cores in batches of about the same size, and waits for all.
     *
     * @param items   how many
     * @param largest items in a batch, at most
     * @throws TasteprintException {@code UNAVAILABLE} when the waiting thread is interrupted
     */
    public void inBatches(int items, int largest, BatchTask task) {
        int batches = Math.ceilDiv(items, largest * threads) * threads;
        List<Runnable> tasks = new ArrayList<>();
        for (int batch = 0; batch < batches; batch++) {
            int first = Math.toIntExact((long) items * batch / batches);
            int end = Math.toIntExact((long) items * (batch + 1) / batches);
            if (first < end) {
                tasks.add(() -> task.run(first, end - first));
            }
        }
        run(tasks);
    }

    /**
     * Runs all tasks and waits for them.
     *
     * @throws TasteprintException {@code UNAVAILABLE} when the waiting thread is interrupted
     */
    public void run(List<Runnable> tasks) {
        List<Future<?>> running = new ArrayList<>();
        tasks.forEach(task -> running.add(executor.submit(task)));
        try {
            for (Future<?> task : running) {
                task.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TasteprintException(Kind.UNAVAILABLE, "the network was interrupted: run it again", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a network failed", e.getCause());
        } finally {
            running.forEach(task -> task.cancel(false));
        }
    }

    /** Waits for the tasks that are running. */
    @Override
    public void close() {
        executor.close();
    }
}
