package org.tasteprint.audio;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/** A running {@link DecoderWorker}. For one thread at a time, but for {@link #kill} and {@link #killIfWaitedFor}. */
final class DecoderProcess {
    private final Process process;
    private final DataOutputStream out;
    private final Patience patience;
    private final DataInputStream in;
    private boolean ready;

    private DecoderProcess(Process process) {
        this.process = process;
        out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        patience = new Patience(process.getInputStream());
        in = new DataInputStream(patience);
    }

    /**
     * Starts a worker; it gets ready on its own time.
     *
     * @throws TasteprintException {@code UNAVAILABLE} when the system starts no process
     */
    static DecoderProcess start(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
            // What was set for a JVM with networks, or to look into one, is not meant for a small one.
            builder.environment().keySet().removeIf(name ->
                    name.startsWith("MALLOC_") || name.equals("JAVA_TOOL_OPTIONS") || name.equals("JDK_JAVA_OPTIONS"));
            return new DecoderProcess(builder.start());
        } catch (IOException e) {
            throw new TasteprintException(
                    Kind.UNAVAILABLE,
                    "cannot start a process to decode audio in (%s): free memory or raise the limit of processes"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    /**
     * Has a file decoded.
     *
     * @throws EOFException        when the worker died over it
     * @throws AudioException      what it says is wrong with the file
     * @throws TasteprintException {@code UNAVAILABLE} when the worker died before it could begin
     */
    Reading decode(WorkerProtocol.Request request, SampleSink sink) throws IOException {
        awaitReady();
        patience.reset();
        request.write(out);
        return WorkerProtocol.receive(in, request.file(), sink);
    }

    /** @throws TasteprintException {@code UNAVAILABLE} when the worker died instead */
    void awaitReady() {
        if (ready) {
            return;
        }
        try {
            patience.reset();
            ready = in.readUnsignedByte() == WorkerProtocol.READY;
        } catch (IOException e) {
            throw new TasteprintException(
                    Kind.UNAVAILABLE,
                    "cannot decode audio: the process for it ended at once (exit code %d); see `tasteprint doctor`"
                            .formatted(kill()),
                    e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Kills the worker if we have been waiting for it longer than this, all in all, since its file was sent. */
    boolean killIfWaitedFor(Duration limit) {
        boolean overdue = patience.nanosWaited() > limit.toNanos();
        if (overdue) {
            process.destroyForcibly();
        }
        return overdue;
    }

    /** Ends the worker, whatever it is doing, waits until it is gone, and returns its exit code. */
    int kill() {
        process.destroyForcibly();
        try {
            if (process.waitFor(10, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return -1;
    }

    /** Knows how long its readers have been waiting. The time that they take for what they have read does not count. */
    private static final class Patience extends FilterInputStream {
        private volatile long waitingSince;
        private volatile long waitedNanos;

        Patience(InputStream in) {
            super(in);
        }

        @Override
        public void reset() {
            waitedNanos = 0;
        }

        long nanosWaited() {
            long since = waitingSince;
            return waitedNanos + (since == 0 ? 0 : System.nanoTime() - since);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            long since = System.nanoTime() | 1; // never 0
            waitingSince = since;
            try {
                return super.read(bytes, from, count);
            } finally {
                waitingSince = 0;
                waitedNanos += System.nanoTime() - since;
            }
        }
    }
}
