package org.tasteprint.catalog;

import java.util.List;
import java.util.Optional;
import org.tasteprint.core.User;

/**
 * Some of the listeners that match a query.
 *
 * @param users ordered by id
 * @param next  what to ask after for the next page, or empty on the last
 * @param total how many match on all pages together
 */
public record UserPage(List<User> users, Optional<String> next, long total) {
    public UserPage {
        users = List.copyOf(users);
    }
}
