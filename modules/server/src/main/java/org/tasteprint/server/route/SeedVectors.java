package org.tasteprint.server.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tasteprint.catalog.Catalog;
import org.tasteprint.catalog.Interaction;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.index.VectorSpace;
import org.tasteprint.server.music.MusicService;

/** The directions that listeners stand for. */
final class SeedVectors {
    /** Tracks of a listener whose mean is taken: more of them hardly move it. */
    private static final int MOST_TRACKS = 1000;

    private final Catalog catalog;
    private final MusicService music;

    SeedVectors(Catalog catalog, MusicService music) {
        this.catalog = catalog;
        this.music = music;
    }

    /**
     * What a listener likes, as a direction of a space: learned, where the space knows listeners; else the mean of the tracks that they
     * like or, without likes, of those that they play.
     *
     * @throws TasteprintException {@code NOT_FOUND} when there is no such listener; {@code CONFLICT} when the space has none of their
     *     tracks
     */
    float[] ofListener(VectorSpace space, String userId) {
        String name = space.info().name();
        return music.listenerVector(name, userId)
                .or(() -> mean(space, userId))
                .orElseThrow(() -> new TasteprintException(
                        TasteprintException.Kind.CONFLICT,
                        "nothing is known of what listener %s likes in the space %s: import their listens, or search by tracks"
                                .formatted(userId, name)));
    }

    private Optional<float[]> mean(VectorSpace space, String userId) {
        catalog.user(userId).orElseThrow(() -> UserRoutes.unknown(userId));
        List<Interaction> history = catalog.interactionsOf(userId);
        return mean(space, history, Interaction::liked)
                .or(() -> mean(space, history, heard -> heard.plays() > 0 && !heard.disliked()));
    }

    private static Optional<float[]> mean(VectorSpace space, List<Interaction> history, Predicate<Interaction> which) {
        List<float[]> vectors = new ArrayList<>();
        history.stream()
                .filter(which)
                .limit(MOST_TRACKS)
                .forEach(heard -> space.vector(heard.trackId()).ifPresent(vectors::add));
        if (vectors.isEmpty()) {
            return Optional.empty();
        }
        float[] sum = new float[vectors.getFirst().length];
        for (float[] vector : vectors) {
            for (int d = 0; d < sum.length; d++) {
                sum[d] += vector[d];
            }
        }
        return Optional.of(sum);
    }
}
