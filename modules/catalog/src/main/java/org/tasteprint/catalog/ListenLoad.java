package org.tasteprint.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.tasteprint.catalog.ListenStore.Numbered;
import org.tasteprint.catalog.ListenStore.SongName;
import org.tasteprint.catalog.log.Listen;
import org.tasteprint.catalog.log.ListenSink;
import org.tasteprint.core.Progress;

/** Gathers listens into chunks and has each stored while the next is read: reading and storing take a core each. */
final class ListenLoad implements ListenSink, AutoCloseable {
    /** Of a transaction: what of an interrupted import has to be done again. */
    private static final int CHUNK = 50_000;

    private final ListenStore store;
    private final Tally tally;
    private final Progress.Task task;
    private final long done;
    private final ExecutorService storing = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("store-listens").factory());
    private CompletableFuture<Void> stored = CompletableFuture.completedFuture(null);
    private List<Numbered> chunk = new ArrayList<>();
    private List<SongName> songNames = new ArrayList<>();
    private long position;

    /** @param done how many listens of the log an interrupted import has stored */
    ListenLoad(ListenStore store, Tally tally, Progress.Task task, long done) {
        this.store = store;
        this.tally = tally;
        this.task = task;
        this.done = done;
    }

    @Override
    public void take(Listen listen) {
        nameAll();
        position++;
        task.advance(1);
        if (position > done || listen.addsUp() || listen.ofArtistAlone()) {
            chunk.add(new Numbered(position, listen));
        }
        if (chunk.size() == CHUNK) {
            storeChunk();
        }
    }

    @Override
    public void name(String id, String artist, String title) {
        songNames.add(new SongName(id, artist, title));
        if (songNames.size() == CHUNK) {
            nameAll();
        }
    }

    @Override
    public void reject(String file, long line, String reason) {
        task.advance(1);
        tally.reject(file, line, reason);
    }

    /** Stores what is left; the log has been read. */
    void finish() {
        nameAll();
        storeChunk();
        join();
        store.finish();
    }

    @Override
    public void close() {
        storing.close();
    }

    private void nameAll() {
        if (!songNames.isEmpty()) {
            List<SongName> names = songNames;
            songNames = new ArrayList<>();
            next(() -> store.name(names));
        }
    }

    private void storeChunk() {
        if (!chunk.isEmpty()) {
            List<Numbered> full = chunk;
            long upTo = Math.max(position, done);
            chunk = new ArrayList<>(CHUNK);
            next(() -> store.store(full, upTo));
        }
    }

    private void next(Runnable work) {
        join();
        stored = CompletableFuture.runAsync(work, storing);
    }

    private void join() {
        try {
            stored.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
