package org.tasteprint.core;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * A listener.
 *
 * @param id         unique in the catalogue
 * @param attributes anything else that is known, by column name ({@code age}, {@code country}…)
 */
public record User(String id, Map<String, String> attributes) {
    public User {
        requireNonNull(id, "id is null");
        attributes = Map.copyOf(attributes);
    }
}
