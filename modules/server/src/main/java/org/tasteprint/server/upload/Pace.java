package org.tasteprint.server.upload;

import java.util.concurrent.TimeUnit;

/** Lets so many pass a second, evenly: who comes earlier waits, in the order of coming. Who comes after a pause does not wait. */
final class Pace {
    private final long nanosBetween;
    private long next = System.nanoTime();

    /** @param perSecond how many, at least 1 */
    Pace(int perSecond) {
        this.nanosBetween = TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    /** Waits for its turn. */
    void await() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(turn() - System.nanoTime());
    }

    private synchronized long turn() {
        long turn = Math.max(next, System.nanoTime());
        next = turn + nanosBetween;
        return turn;
    }
}
