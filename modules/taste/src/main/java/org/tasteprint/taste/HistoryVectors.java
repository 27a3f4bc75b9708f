package org.tasteprint.taste;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.tasteprint.catalog.Interaction;
import org.tasteprint.core.ArtistPlays;
import org.tasteprint.core.Vectors;
import org.tasteprint.taste.listener.AttributeItems;
import org.tasteprint.taste.listener.EntryWeights;
import org.tasteprint.taste.listener.Listening;
import org.tasteprint.taste.listener.SparseRows;
import org.tasteprint.taste.listener.TasteData;
import org.tasteprint.taste.shared.Blend;
import org.tasteprint.taste.table.Numbered;
import org.tasteprint.taste.user.UserModel;

/**
 * Gives a history a vector as training gave its listeners theirs.
 *
 * @param users   what makes a direction of a history
 * @param columns of the items that it knows, by name
 * @param blend   of shared and personal taste
 */
record HistoryVectors(UserModel users, Numbered columns, Blend blend) {
    HistoryVectors {
        requireNonNull(users, "users is null");
        requireNonNull(blend, "blend is null");
        requireNonNull(columns, "columns is null");
    }

    /**
     * The vector, of length 1. Tracks that the user model does not know point where the tower hears them: the directions of both
     * kinds count by the number of their items.
     *
     * @param vectors of tracks, of which coordinate 0 is the shared taste
     */
    float[] vector(History history, Function<String, Optional<float[]>> vectors) {
        Map<Integer, SparseRows.Entry> known = new TreeMap<>();
        List<float[]> heard = new ArrayList<>();
        for (Interaction what : history.tracks()) {
            int column = columns.find(Listening.item(what.trackId()));
            if (column >= 0) {
                known.put(column, EntryWeights.ofTrack(column, what, history.latest()));
            } else {
                SparseRows.Entry entry = EntryWeights.ofTrack(0, what, history.latest());
                vectors.apply(what.trackId())
                        .map(vector -> personal(vector, Math.signum(entry.preference()) * entry.confidence()))
                        .ifPresent(heard::add);
            }
        }
        for (ArtistPlays plays : history.artists()) {
            int column = columns.find(TasteData.artistOf(plays));
            if (column >= 0) {
                known.merge(column, EntryWeights.ofArtist(column, plays.plays()), EntryWeights::stronger);
            }
        }
        AttributeItems.of(history.attributes()).stream()
                .mapToInt(columns::find)
                .filter(column -> column >= 0)
                .forEach(column -> known.put(column, EntryWeights.ofAttribute(column)));
        float[] direction = users.direction(List.copyOf(known.values()));
        return heard.isEmpty()
                ? blend.vector(direction, known.size())
                : blend.vector(joined(direction, known.size(), heard), known.size() + heard.size());
    }

    private static float[] personal(float[] vector, float weight) {
        float[] personal = new float[vector.length - 2];
        for (int d = 0; d < personal.length; d++) {
            personal[d] = weight * vector[d + 1];
        }
        return personal;
    }

    private static float[] joined(float[] direction, int items, List<float[]> heard) {
        float[] sum = new float[direction.length];
        heard.forEach(vector -> {
            for (int d = 0; d < sum.length; d++) {
                sum[d] += vector[d];
            }
        });
        float[] ofHeard = Vectors.normalized(sum);
        for (int d = 0; d < sum.length; d++) {
            sum[d] = items * direction[d] + heard.size() * ofHeard[d];
        }
        return Vectors.normalized(sum);
    }
}
