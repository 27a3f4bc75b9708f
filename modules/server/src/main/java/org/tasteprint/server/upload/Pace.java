package org.tasteprint.server.upload;

import java.util.concurrent.TimeUnit;

/** Lets so many pass a second, evenly: who comes earlier waits, in the order of coming. After a pause, some may pass at once. */
final class Pace {
    private final long nanosBetween;
    private final long nanosAhead;
    private long next;

    /**
     * @param perSecond how many, at least 1
     * @param atOnce    how many may pass at once after a pause, at least 1
     */
    Pace(int perSecond, int atOnce) {
        this.nanosBetween = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.nanosAhead = (atOnce - 1) * nanosBetween;
        this.next = System.nanoTime() - nanosAhead;
    }

    /** Waits for its turn. */
    void await() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(turn() - System.nanoTime());
    }

    private synchronized long turn() {
        long turn = Math.max(next, System.nanoTime() - nanosAhead);
        next = turn + nanosBetween;
        return turn;
    }
}
