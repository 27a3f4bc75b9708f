package org.tasteprint.catalog;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Locale;

/**
 * A key for the HTTP API, without its secret.
 *
 * @param id      names it in lists and logs
 * @param name    what it is for, in the words of whoever made it
 * @param scope   what it allows
 * @param userId  the listener whose listens arrive with it, or empty
 * @param created when it was made
 */
public record ApiKey(String id, String name, Scope scope, String userId, Instant created) {
    /** What a key allows; each includes those before it. */
    public enum Scope {
        /** Asking. */
        READ,
        /** Adding feedback and sending listens. */
        WRITE,
        /** Starting and cancelling jobs, and reading metrics. */
        ADMIN;

        /** Whether a key of this scope may do what needs {@code other}. */
        public boolean includes(Scope other) {
            return compareTo(other) >= 0;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ApiKey {
        requireNonNull(id, "id is null");
        requireNonNull(name, "name is null");
        requireNonNull(scope, "scope is null");
        requireNonNull(userId, "userId is null");
    }
}
