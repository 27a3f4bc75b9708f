package org.tasteprint.genre.classifier;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A network in native memory: built when it is first needed, shared by all threads, freed once. Who still uses it when it is closed may
 * finish; who comes later gets one of its own for the while, so that a model can be replaced while requests are under way.
 *
 * @param <N> the network
 */
final class SharedNetwork<N extends SharedNetwork.Network> implements AutoCloseable {
    /** Something to be freed. */
    interface Network extends AutoCloseable {
        @Override
        void close();
    }

    private final Supplier<N> building;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private N network;
    private boolean closed;

    SharedNetwork(Supplier<N> building) {
        this.building = building;
    }

    <R> R use(Function<N, R> work) {
        build();
        lock.readLock().lock();
        try {
            if (network != null) {
                return work.apply(network);
            }
        } finally {
            lock.readLock().unlock();
        }
        try (N own = building.get()) {
            return work.apply(own);
        }
    }

    private void build() {
        lock.writeLock().lock();
        try {
            if (network == null && !closed) {
                network = building.get();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            closed = true;
            if (network != null) {
                network.close();
                network = null;
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
