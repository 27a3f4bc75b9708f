package org.tasteprint.index.query;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;

/**
 * Which points may be answered. Of several names in one set any will do; of several parts all must hold. An empty set asks for
 * nothing. A filter never costs recall: the search goes on until it has the nearest of those that are let through.
 *
 * @param genres         labels, one of which a point must have
 * @param artists        names, one of which a point must have
 * @param albums         names, one of which a point must have
 * @param tags           labels, one of which a point must have
 * @param years          of release; a point without a year passes {@link Years#ANY} alone
 * @param folder         a point's file must lie in it or below; empty for any
 * @param onlyIds        the only points that may be answered (liked ones, say); absent for all, and an empty set lets none through
 * @param withoutIds     points that may not be answered (disliked, played already)
 * @param withoutArtists artists that may not be answered
 */
public record Filter(
        Set<String> genres,
        Set<String> artists,
        Set<String> albums,
        Set<String> tags,
        Years years,
        String folder,
        Optional<Set<String>> onlyIds,
        Set<String> withoutIds,
        Set<String> withoutArtists) {
    /** Lets everything through. */
    public static final Filter NONE = new Filter(
            Set.of(), Set.of(), Set.of(), Set.of(), Years.ANY, "", Optional.empty(), Set.of(), Set.of());

    public Filter {
        genres = Set.copyOf(genres);
        artists = Set.copyOf(artists);
        albums = Set.copyOf(albums);
        tags = Set.copyOf(tags);
        requireNonNull(years, "years is null");
        requireNonNull(folder, "folder is null");
        onlyIds = onlyIds.map(Set::copyOf);
        withoutIds = Set.copyOf(withoutIds);
        withoutArtists = Set.copyOf(withoutArtists);
    }

    /** This, with one of these genres. */
    public Filter genres(Set<String> wanted) {
        return new Filter(wanted, artists, albums, tags, years, folder, onlyIds, withoutIds, withoutArtists);
    }

    /** This, by one of these artists. */
    public Filter artists(Set<String> wanted) {
        return new Filter(genres, wanted, albums, tags, years, folder, onlyIds, withoutIds, withoutArtists);
    }

    /** This, on one of these albums. */
    public Filter albums(Set<String> wanted) {
        return new Filter(genres, artists, wanted, tags, years, folder, onlyIds, withoutIds, withoutArtists);
    }

    /** This, with one of these tags. */
    public Filter tags(Set<String> wanted) {
        return new Filter(genres, artists, albums, wanted, years, folder, onlyIds, withoutIds, withoutArtists);
    }

    /** This, released in these years. */
    public Filter years(Years wanted) {
        return new Filter(genres, artists, albums, tags, wanted, folder, onlyIds, withoutIds, withoutArtists);
    }

    /** This, in a folder or below it. */
    public Filter folder(String wanted) {
        return new Filter(genres, artists, albums, tags, years, wanted, onlyIds, withoutIds, withoutArtists);
    }

    /** This, and none but these. */
    public Filter onlyIds(Set<String> allowed) {
        return new Filter(genres, artists, albums, tags, years, folder, Optional.of(allowed), withoutIds, withoutArtists);
    }

    /** This, without these. */
    public Filter withoutIds(Set<String> denied) {
        return new Filter(genres, artists, albums, tags, years, folder, onlyIds, denied, withoutArtists);
    }

    /** This, without anything by these artists. */
    public Filter withoutArtists(Set<String> denied) {
        return new Filter(genres, artists, albums, tags, years, folder, onlyIds, withoutIds, denied);
    }
}
