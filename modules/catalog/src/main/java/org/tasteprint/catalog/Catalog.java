package org.tasteprint.catalog;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.tasteprint.core.ArtistPlays;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.Track;
import org.tasteprint.core.User;

/**
 * The tracks, the listeners and what they did. Safe for use by several threads, and by several processes at once.
 *
 * <p>Every method throws a {@link TasteprintException} of kind {@code UNAVAILABLE} when the database is gone or full.
 */
public final class Catalog implements AutoCloseable {
    /** Rows that the driver fetches at a time, so that a long answer is not held twice. */
    private static final int FETCH_ROWS = 10_000;

    private final Optional<EmbeddedServer> server;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Catalog(Optional<EmbeddedServer> server, HikariDataSource pool) {
        this.server = server;
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
    }

    /**
     * Opens the catalogue, and starts its server or brings its schema up to date where that is needed.
     *
     * @throws TasteprintException when the database cannot be reached ({@code UNAVAILABLE}) or is not ours ({@code CONFLICT})
     */
    public static Catalog open(Database database) {
        Catalog catalog = reached(database);
        try {
            Schema.migrate(catalog.pool);
            return catalog;
        } catch (RuntimeException e) {
            catalog.close();
            throw e;
        }
    }

    /** With whatever schema there is. */
    private static Catalog reached(Database database) {
        return switch (requireNonNull(database, "database is null")) {
            case Database.Embedded embedded -> {
                EmbeddedServer server = EmbeddedServer.enter(embedded.folder());
                try {
                    yield new Catalog(Optional.of(server), Connections.to(server.dataSource()));
                } catch (RuntimeException e) {
                    server.close();
                    throw e;
                }
            }
            case Database.External external -> new Catalog(Optional.empty(), Connections.to(external));
        };
    }

    /** The track of that id. */
    public Optional<Track> track(String id) {
        return transaction(handle -> handle.createQuery(Rows.SELECT_TRACKS + " WHERE id = :id")
                .bind("id", id)
                .map(Rows::track)
                .findOne());
    }

    /** The track that bears this artist and title, in whatever spelling; empty where none does, or several do. */
    public Optional<Track> trackNamed(String artist, String title) {
        List<Track> named = SongKey.of(artist, title)
                .map(key -> transaction(handle -> handle.createQuery(Rows.SELECT_TRACKS + " WHERE song_key = :key LIMIT 2")
                        .bind("key", key)
                        .map(Rows::track)
                        .list()))
                .orElse(List.of());
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    /** The tracks of these ids, in one question and in no order; those that there are not are left out. */
    public List<Track> tracks(Collection<String> ids) {
        return session(handle -> handle.createQuery(Rows.SELECT_TRACKS + " WHERE id = ANY (:ids)")
                .bindArray("ids", String.class, ids.toArray())
                .map(Rows::track)
                .list());
    }

    /** Every track, ordered by id. */
    public List<Track> tracks() {
        return transaction(handle -> rows(handle.createQuery(Rows.SELECT_TRACKS + " ORDER BY id")).map(Rows::track).list());
    }

    /** A page of the tracks that match. */
    public TrackPage tracks(TrackQuery query) {
        return transaction(handle -> TrackSearch.page(handle, query));
    }

    /** The listener of that id. */
    public Optional<User> user(String id) {
        return transaction(handle -> handle.createQuery(Rows.SELECT_USERS + " WHERE id = :id")
                .bind("id", id)
                .map(Rows::user)
                .findOne());
    }

    /**
     * A page of the listeners.
     *
     * @param part  what their ids contain, in whatever case; empty for all
     * @param limit how many at most
     * @param after only ids behind this one
     */
    public UserPage users(String part, int limit, String after) {
        return transaction(handle -> UserSearch.page(handle, part, limit, after));
    }

    /** Every listener, ordered by id. */
    public List<User> users() {
        return transaction(handle -> rows(handle.createQuery(Rows.SELECT_USERS + " ORDER BY id")).map(Rows::user).list());
    }

    /** Every pair of a listener and a track they had to do with, ordered by listener, then track. */
    public List<Interaction> interactions() {
        return transaction(handle -> rows(handle.createQuery(Rows.selectInteractions(""))).map(Rows::interaction).list());
    }

    /**
     * Hands over every pair of a listener and a track they had to do with, ordered by listener, then track, as of one moment. Memory
     * does not grow with their number, here or in the server.
     */
    public void streamInteractions(Consumer<Interaction> consumer) {
        transaction(handle -> {
            rows(handle.createQuery(Rows.selectInteractions(""))).map(Rows::interaction).forEach(consumer);
            return consumer;
        });
    }

    /** The tracks that one listener had to do with, ordered by track. */
    public List<Interaction> interactionsOf(String userId) {
        return transaction(handle -> rows(handle.createQuery(Rows.selectInteractions(Rows.OF_USER)))
                .bind("user", userId)
                .map(Rows::interaction)
                .list());
    }

    /** Every pair of a listener and an artist they played, ordered by listener, then artist. */
    public List<ArtistPlays> artistPlays() {
        return transaction(handle -> rows(handle.createQuery(Rows.selectArtistPlays(""))).map(Rows::artistPlays).list());
    }

    /** Hands over every pair of a listener and an artist they played, as {@link #streamInteractions} does. */
    public void streamArtistPlays(Consumer<ArtistPlays> consumer) {
        transaction(handle -> {
            rows(handle.createQuery(Rows.selectArtistPlays(""))).map(Rows::artistPlays).forEach(consumer);
            return consumer;
        });
    }

    /** The artists that one listener played, ordered by name. */
    public List<ArtistPlays> artistPlaysOf(String userId) {
        return transaction(handle -> rows(handle.createQuery(Rows.selectArtistPlays(Rows.OF_USER)))
                .bind("user", userId)
                .map(Rows::artistPlays)
                .list());
    }

    /** The keys of the HTTP API. */
    public ApiKeys keys() {
        return new ApiKeys(this);
    }

    /** Long work that servers do. */
    public Jobs jobs() {
        return new Jobs(this);
    }

    /** What listeners do, one event at a time. */
    public FeedbackLog feedback() {
        return new FeedbackLog(this);
    }

    /** The version of PostgreSQL that answers. */
    public String serverVersion() {
        return transaction(handle -> handle.createQuery("SHOW server_version").mapTo(String.class).one());
    }

    /** How much there is of everything. */
    public CatalogCounts counts() {
        return transaction(handle -> handle.createQuery(Rows.SELECT_COUNTS).map(Rows::counts).one());
    }

    /** About how much there is of everything, in a time that does not grow with it: exact up to a million rows of a kind. */
    public CatalogCounts sizes() {
        return session(handle -> handle.createQuery(Rows.SELECT_SIZES).map(Rows::counts).one());
    }

    /** Asks the database for a sign of life, and throws when it gives none. */
    public void reach() {
        session(handle -> handle.createQuery("SELECT EXISTS (SELECT FROM tracks)").mapTo(Boolean.class).one());
    }

    /**
     * SHA-256, in hexadecimal, of the tracks (but not of where their files lie), the attributes of listeners, the feedback and the artist plays: the same on every
     * machine that imported the same.
     */
    public String dataHash() {
        return transaction(DataHash::of);
    }

    /**
     * Writes all tables into a folder as they are at one moment, while others go on; {@link #restore} fills a database from it. Memory
     * does not grow with the number of rows.
     *
     * @return the number of rows
     */
    public long dump(Path folder, Progress progress) {
        try {
            return jdbi.inTransaction(
                    TransactionIsolationLevel.REPEATABLE_READ, handle -> DatabaseDump.write(handle, Schema.NEWEST, folder, progress));
        } catch (Exception e) {
            throw SqlFailures.explained(e);
        }
    }

    /**
     * Opens a database that has nothing in it, fills it from a {@link #dump}, all or nothing, and brings it to the newest schema.
     *
     * @return the number of rows
     * @throws TasteprintException {@code CONFLICT} when the database has rows, or a newer schema than the dump; {@code INVALID_INPUT}
     *     when the dump is damaged or was written by a newer version of the program
     */
    public static long restore(Database database, Path folder, Progress progress) {
        DatabaseDump.Contents contents = DatabaseDump.contents(folder);
        try (Catalog catalog = reached(database)) {
            Schema.migrate(catalog.pool, contents.schema());
            long rows = catalog.transaction(handle -> DatabaseDump.read(handle, contents, folder, progress));
            Schema.migrate(catalog.pool);
            return rows;
        }
    }

    /**
     * Keeps an embedded server running until {@link #close}, even while the program ends: for whoever finishes work in a shutdown hook
     * of their own, and closes this after it. To be called before the program ends.
     */
    public void stayUntilClosed() {
        server.ifPresent(EmbeddedServer::stayUntilClosed);
    }

    /** Closes the connections, and stops an embedded server that nobody else uses. */
    @Override
    public void close() {
        pool.close();
        server.ifPresent(EmbeddedServer::close);
    }

    /** Work of a transaction: all of it is done, or nothing. */
    @FunctionalInterface
    interface Work<T> {
        T on(Handle handle) throws SQLException, IOException;
    }

    /** Does something in a transaction, which is rolled back when the work throws. */
    <T> T transaction(Work<T> work) {
        try {
            return jdbi.inTransaction(work::on);
        } catch (Exception e) {
            throw SqlFailures.explained(e);
        }
    }

    /** Works on one connection outside of a transaction: one question without the round trip that ends one, or transactions of its own. */
    <T> T session(Work<T> work) {
        try {
            return jdbi.withHandle(work::on);
        } catch (Exception e) {
            throw SqlFailures.explained(e);
        }
    }

    private static Query rows(Query query) {
        return query.setFetchSize(FETCH_ROWS);
    }
}
