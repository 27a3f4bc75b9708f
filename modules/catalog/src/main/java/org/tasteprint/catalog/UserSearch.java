package org.tasteprint.catalog;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tasteprint.core.User;

/** Finds listeners, a page at a time. */
final class UserSearch {
    private static final String MATCHES = "WHERE (:part = '' OR strpos(lower(id), lower(:part)) > 0)";

    private UserSearch() {}

    static UserPage page(Handle handle, String part, int limit, String after) {
        long total = handle.createQuery("SELECT count(*) FROM users " + MATCHES).bind("part", part).mapTo(Long.class).one();
        List<User> found = handle
                .createQuery(Rows.SELECT_USERS + " " + MATCHES + " AND id > :after ORDER BY id LIMIT :limit")
                .bind("part", part)
                .bind("after", after)
                // One more than asked for tells whether there is a next page.
                .bind("limit", limit + 1L)
                .map(Rows::user)
                .list();
        boolean more = found.size() > limit;
        List<User> page = more ? found.subList(0, limit) : found;
        return new UserPage(page, more ? Optional.of(page.getLast().id()) : Optional.empty(), total);
    }
}
