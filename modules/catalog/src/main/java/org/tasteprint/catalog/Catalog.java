package org.tasteprint.catalog;

import java.util.List;
import java.util.Optional;
import org.tasteprint.core.ArtistPlays;
import org.tasteprint.core.Track;
import org.tasteprint.core.User;

/** The tracks, the listeners and what they did. */
public final class Catalog implements AutoCloseable {
    private Catalog() {}

    public static Catalog open(Database database) {
        throw new UnsupportedOperationException("not built yet: " + database);
    }

    public Optional<Track> track(String id) {
        return Optional.empty();
    }

    /** Every track, ordered by id. */
    public List<Track> tracks() {
        return List.of();
    }

    public TrackPage tracks(TrackQuery query) {
        return new TrackPage(List.of(), Optional.empty(), 0);
    }

    public Optional<User> user(String id) {
        return Optional.empty();
    }

    /** Every listener, ordered by id. */
    public List<User> users() {
        return List.of();
    }

    /** Every pair of a listener and a track they had to do with, ordered by listener, then track. */
    public List<Interaction> interactions() {
        return List.of();
    }

    /** What one listener had to do with, ordered by track. */
    public List<Interaction> interactionsOf(String userId) {
        return List.of();
    }

    /** Every pair of a listener and an artist they played, ordered by listener, then artist. */
    public List<ArtistPlays> artistPlays() {
        return List.of();
    }

    /** The artists that one listener played, ordered by name. */
    public List<ArtistPlays> artistPlaysOf(String userId) {
        return List.of();
    }

    public CatalogCounts counts() {
        return new CatalogCounts(0, 0, 0, 0);
    }

    /** SHA-256, in hexadecimal, of the tracks (not of where their files lie), the feedback and the artist plays. */
    public String dataHash() {
        return "";
    }

    @Override
    public void close() {}
}
