package org.tasteprint.catalog;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.tasteprint.core.Track;

/** Lists tracks page by page; a page begins after an id, so that it costs the same however far down it is. */
final class TrackSearch {
    private static final String MATCHES =
            """
            WHERE (:text = '' OR artist ILIKE :pattern OR title ILIKE :pattern OR album ILIKE :pattern)
              AND (:genre = '' OR genre = :genre)
              AND (:split = '' OR split = :split)""";

    private TrackSearch() {}

    static TrackPage page(Handle handle, TrackQuery query) {
        long total = bind(handle.createQuery("SELECT count(*) FROM tracks " + MATCHES), query).mapTo(Long.class).one();
        List<Track> found = bind(
                        handle.createQuery(Rows.SELECT_TRACKS + " " + MATCHES + " AND id > :after ORDER BY id LIMIT :limit"), query)
                .bind("after", query.after())
                // One more than asked for tells whether there is a next page.
                .bind("limit", query.limit() + 1L)
                .map(Rows::track)
                .list();
        boolean more = found.size() > query.limit();
        List<Track> page = more ? found.subList(0, query.limit()) : found;
        return new TrackPage(page, more ? Optional.of(page.getLast().id()) : Optional.empty(), total);
    }

    private static <S extends SqlStatement<S>> S bind(S statement, TrackQuery query) {
        String literal = query.text().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return statement.bind("text", query.text())
                .bind("pattern", "%" + literal + "%")
                .bind("genre", query.genre())
                .bind("split", query.split());
    }
}
