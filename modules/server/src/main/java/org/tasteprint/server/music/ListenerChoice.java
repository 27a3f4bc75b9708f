package org.tasteprint.server.music;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tasteprint.catalog.Catalog;
import org.tasteprint.catalog.Interaction;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.index.query.Filter;

/**
 * What listeners have to do with the tracks that may be answered: the part of a filter that a space cannot know. Each names a
 * listener, or is empty for nobody.
 *
 * @param likedBy       whose likes alone may be answered
 * @param notLikedBy    whose likes may not be
 * @param notDislikedBy whose dislikes may not be
 * @param unheardBy     who has not met the tracks
 */
public record ListenerChoice(String likedBy, String notLikedBy, String notDislikedBy, String unheardBy) {
    /** Asks for nobody. */
    public static final ListenerChoice NOBODY = new ListenerChoice("", "", "", "");

    public ListenerChoice {
        requireNonNull(likedBy, "likedBy is null");
        requireNonNull(notLikedBy, "notLikedBy is null");
        requireNonNull(notDislikedBy, "notDislikedBy is null");
        requireNonNull(unheardBy, "unheardBy is null");
    }

    /**
     * A filter that lets through what both this and another let through.
     *
     * @throws TasteprintException {@code NOT_FOUND} when there is no such listener
     */
    public Filter and(Filter filter, Catalog catalog) {
        Set<String> without = new HashSet<>(filter.withoutIds());
        without.addAll(met(notLikedBy, Interaction::liked, catalog));
        without.addAll(met(notDislikedBy, Interaction::disliked, catalog));
        without.addAll(met(unheardBy, heard -> true, catalog));
        Filter narrowed = filter.withoutIds(without);
        if (likedBy.isEmpty()) {
            return narrowed;
        }
        Set<String> liked = new HashSet<>(met(likedBy, Interaction::liked, catalog));
        filter.onlyIds().ifPresent(liked::retainAll);
        return narrowed.onlyIds(liked);
    }

    private static Set<String> met(String userId, Predicate<Interaction> how, Catalog catalog) {
        if (userId.isEmpty()) {
            return Set.of();
        }
        catalog.user(userId).orElseThrow(() -> new TasteprintException(
                TasteprintException.Kind.NOT_FOUND,
                "there is no listener '%s' in the catalogue: import their listens first".formatted(userId)));
        return catalog.interactionsOf(userId).stream().filter(how).map(Interaction::trackId).collect(Collectors.toSet());
    }
}
