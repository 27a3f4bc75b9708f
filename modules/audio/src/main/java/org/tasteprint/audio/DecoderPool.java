package org.tasteprint.audio;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.tasteprint.audio.AudioException.Fault;
import org.tasteprint.core.TasteprintException;

/**
 * Decodes files in processes of their own: what a file does to a decoder happens there. Workers are started when they are needed, or
 * ahead of that by {@link #warmUp}, and a few are kept. A worker that dies takes its file along; the file gets one more chance
 * in another, and is {@link Fault#DECODER_CRASHED} after the second. Safe for use by many threads: each has its own worker.
 */
public final class DecoderPool implements AudioReader {
    /** What a worker may take beyond the time limit that it keeps itself. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final Duration WATCH = Duration.ofMillis(250);
    private static final int ATTEMPTS = 2;

    private final List<String> command;
    private final Duration timeLimit;
    private final int kept;
    private final Deque<DecoderProcess> idle = new ArrayDeque<>();
    private final Set<DecoderProcess> busy = ConcurrentHashMap.newKeySet();
    private final Set<DecoderProcess> overdue = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread watch;

    /** A pool of workers that keeps as many as there are cores, with {@link AudioFile#TIME_LIMIT} a file. */
    public DecoderPool() {
        this(WorkerCommand.of(DecoderWorker.class), AudioFile.TIME_LIMIT, Runtime.getRuntime().availableProcessors());
    }

    DecoderPool(List<String> command, Duration timeLimit, int kept) {
        this.command = command;
        this.timeLimit = timeLimit;
        this.kept = kept;
        watch = Thread.ofVirtual().name("decoder-watch").start(this::watch);
    }

    /** Starts workers, unless there are as many, and does not wait for them. */
    @Override
    public void warmUp(int workers) {
        synchronized (idle) {
            while (!closed.get() && idle.size() + busy.size() < workers) {
                idle.addLast(DecoderProcess.start(command));
            }
        }
    }

    /**
     * Waits until a worker is ready.
     *
     * @throws TasteprintException {@code UNAVAILABLE} when none can be started
     */
    public void awaitReady() {
        DecoderProcess worker = take();
        boolean ready = false;
        try {
            worker.awaitReady();
            ready = true;
        } finally {
            giveBack(worker, ready);
        }
    }

    @Override
    public Reading stream(Path file, int sampleRateHz, Excerpt excerpt, SampleSink sink) {
        AudioFile.checkRate(sampleRateHz);
        WorkerProtocol.Request request =
                new WorkerProtocol.Request(file.toAbsolutePath(), sampleRateHz, excerpt, timeLimit);
        long[] delivered = {0};
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            // What was heard before a crash comes again.
            Window window = new Window(delivered[0], Long.MAX_VALUE, new SampleSink() {
                @Override
                public void accept(float[] samples, int from, int count) {
                    sink.accept(samples, from, count);
                    delivered[0] += count;
                }

                @Override
                public void expect(long samples) {
                    sink.expect(samples);
                }
            });
            DecoderProcess worker = take();
            boolean whole = false;
            try {
                Reading reading = worker.decode(request, window);
                whole = true;
                return reading;
            } catch (AudioException e) {
                whole = true;
                throw e.about(file);
            } catch (IOException e) {
                if (overdue.contains(worker)) {
                    throw new AudioException(Fault.TIMED_OUT, file, "limit: " + timeLimit.toSeconds() + " s");
                }
            } finally {
                giveBack(worker, whole);
            }
        }
        throw new AudioException(Fault.DECODER_CRASHED, file);
    }

    private DecoderProcess take() {
        synchronized (idle) {
            if (closed.get()) {
                throw new CancellationException("the decoders were closed");
            }
            idle.removeIf(worker -> !worker.isAlive());
            DecoderProcess worker = idle.isEmpty() ? DecoderProcess.start(command) : idle.removeLast();
            busy.add(worker);
            return worker;
        }
    }

    /** @param whole whether it has said its last word on its file, and can take another */
    private void giveBack(DecoderProcess worker, boolean whole) {
        boolean keep;
        synchronized (idle) {
            busy.remove(worker);
            keep = whole && !closed.get() && idle.size() < kept;
            if (keep) {
                idle.addLast(worker);
            }
        }
        if (!keep) {
            worker.kill();
        }
        overdue.remove(worker);
    }

    /** Ends workers that keep us waiting: a decoder may hang in a single packet, where nothing else reaches it. */
    private void watch() {
        try {
            while (!closed.get()) {
                TimeUnit.NANOSECONDS.sleep(WATCH.toNanos());
                for (DecoderProcess worker : busy) {
                    if (worker.killIfWaitedFor(timeLimit.plus(GRACE))) {
                        overdue.add(worker);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Process ids of the workers there are. */
    List<Long> pids() {
        synchronized (idle) {
            return Stream.concat(idle.stream(), busy.stream()).map(DecoderProcess::pid).toList();
        }
    }

    /** Ends all workers; files that are being decoded fail. */
    @Override
    public void close() {
        closed.set(true);
        watch.interrupt();
        List<DecoderProcess> all;
        synchronized (idle) {
            all = Stream.concat(idle.stream(), busy.stream()).toList();
            idle.clear();
        }
        all.forEach(DecoderProcess::kill);
    }
}
