package org.tasteprint.server.route;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tasteprint.catalog.Catalog;
import org.tasteprint.index.query.Filter;
import org.tasteprint.index.query.Years;
import org.tasteprint.server.http.BadParameterException;
import org.tasteprint.server.http.Parameters;
import org.tasteprint.server.music.ListenerChoice;

/** Which tracks may be answered, as clients say it; of several names in one list any will do, and what is absent is null. */
record FilterBody(
        List<String> genres,
        List<String> artists,
        List<String> albums,
        List<String> tags,
        Integer fromYear,
        Integer toYear,
        String folder,
        List<String> onlyTracks,
        List<String> withoutTracks,
        List<String> withoutArtists,
        String likedBy,
        String notLikedBy,
        String notDislikedBy,
        String unheardBy) {
    /** The parameters that say it in a query; each of them once. */
    static final List<String> PARAMETERS = List.of(
            "genre", "artist", "album", "tag", "from_year", "to_year", "folder",
            "liked_by", "not_liked_by", "not_disliked_by", "unheard_by");

    /** What a query says. */
    static FilterBody of(Parameters query) {
        return new FilterBody(
                query.list("genre"),
                query.list("artist"),
                query.list("album"),
                query.list("tag"),
                query.numberOrNull("from_year"),
                query.numberOrNull("to_year"),
                query.text("folder"),
                null,
                null,
                null,
                query.text("liked_by"),
                query.text("not_liked_by"),
                query.text("not_disliked_by"),
                query.text("unheard_by"));
    }

    Filter filter(Catalog catalog) {
        int from = fromYear == null ? Years.ANY.from() : fromYear;
        int to = toYear == null ? Years.ANY.to() : toYear;
        if (from > to) {
            throw new BadParameterException("from_year", Integer.toString(from), "must not be after to_year, which is " + to);
        }
        Filter filter = new Filter(
                names("genres", genres),
                names("artists", artists),
                names("albums", albums),
                names("tags", tags),
                new Years(from, to),
                text(folder),
                Optional.ofNullable(onlyTracks).map(only -> names("only_tracks", only)),
                names("without_tracks", withoutTracks),
                names("without_artists", withoutArtists));
        return new ListenerChoice(text(likedBy), text(notLikedBy), text(notDislikedBy), text(unheardBy)).and(filter, catalog);
    }

    private static String text(String given) {
        return given == null ? "" : given;
    }

    private static Set<String> names(String parameter, List<String> list) {
        if (list == null) {
            return Set.of();
        }
        if (list.stream().anyMatch(name -> name == null)) {
            throw BadParameterException.saying(parameter, "%s must be texts; one is null".formatted(parameter));
        }
        return Set.copyOf(list);
    }
}
