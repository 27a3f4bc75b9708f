package org.tasteprint.catalog;

import org.jdbi.v3.core.Handle;

/** How far an import has come: kept in the database with every chunk, so that what is stored is never more or less than it says. */
final class ImportState {
    private final String source;
    private long listens;
    private long added;
    private long duplicate;
    private long onTracks;

    private ImportState(String source) {
        this.source = source;
    }

    /**
     * Where an import that was interrupted stands, or the beginning.
     *
     * @param source the log and how it is read; empty for one that is not resumed
     */
    static ImportState of(Handle handle, String source) {
        ImportState state = new ImportState(source);
        handle.createQuery("SELECT listens, added, duplicate, on_tracks FROM imports WHERE source = :source")
                .bind("source", source)
                .map((row, context) -> {
                    state.listens = row.getLong(1);
                    state.add(row.getLong(2), row.getLong(3), row.getLong(4));
                    return state;
                })
                .findOne();
        return state;
    }

    /** Listens of the log that are stored, counted from its beginning; those that are held until the end excepted. */
    long listens() {
        return listens;
    }

    long added() {
        return added;
    }

    long duplicate() {
        return duplicate;
    }

    long onTracks() {
        return onTracks;
    }

    void add(long newRows, long knownRows, long rowsOnTracks) {
        added += newRows;
        duplicate += knownRows;
        onTracks += rowsOnTracks;
    }

    void save(Handle handle, long upTo) {
        listens = upTo;
        if (!source.isEmpty()) {
            handle.execute(
                    """
                    INSERT INTO imports (source, listens, added, duplicate, on_tracks) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (source) DO UPDATE SET listens = excluded.listens, added = excluded.added,
                        duplicate = excluded.duplicate, on_tracks = excluded.on_tracks""",
                    source, listens, added, duplicate, onTracks);
        }
    }

    void delete(Handle handle) {
        handle.execute("DELETE FROM imports WHERE source = ?", source);
    }
}
