package org.tasteprint.features;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;

/** Passes parts of something from the thread that makes them to the one that takes them; who is faster waits. */
final class Handover<T> {
    private sealed interface Message<T> {}

    private record Part<T>(T part) implements Message<T> {}

    private record End<T>() implements Message<T> {}

    private record Failed<T>(Throwable cause) implements Message<T> {}

    private final BlockingQueue<Message<T>> queue;

    /** @param capacity parts that may wait to be taken */
    Handover(int capacity) {
        queue = new ArrayBlockingQueue<>(capacity);
    }

    /**
     * Passes a part on; waits while as many as may be are waiting.
     *
     * @throws CancellationException when this thread is interrupted: nobody wants the part any more
     */
    void put(T part) {
        send(new Part<>(part));
    }

    /** Says that there are no more parts. */
    void end() {
        send(new End<>());
    }

    /** Says that there are no more parts because something went wrong. */
    void fail(Throwable cause) {
        send(new Failed<>(cause));
    }

    private void send(Message<T> message) {
        try {
            queue.put(message);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    /**
     * The next part; waits for it.
     *
     * @return empty at the end
     * @throws ExecutionException when the making of parts failed
     */
    Optional<T> take() throws ExecutionException, InterruptedException {
        return switch (queue.take()) {
            case Part<T>(T part) -> Optional.of(part);
            case End<T>() -> Optional.empty();
            case Failed<T>(Throwable cause) -> throw new ExecutionException(cause);
        };
    }
}
