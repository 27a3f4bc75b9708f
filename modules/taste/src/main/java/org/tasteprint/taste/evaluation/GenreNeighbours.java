package org.tasteprint.taste.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tasteprint.core.Interval;
import org.tasteprint.core.Track;
import org.tasteprint.core.Vectors;
import org.tasteprint.taste.listener.TasteData;

/**
 * How often the nearest tracks by other artists share a track's genre: in the space of taste, and in that of the features that the
 * tower hears. All of them tracks that the training has not seen.
 */
final class GenreNeighbours {
    static final int NEAREST = 10;

    private final Comparison precision;

    GenreNeighbours(long seed) {
        precision = new Comparison(List.of("taste", "features"), seed);
    }

    /**
     * Adds tracks, each of which is compared with the others.
     *
     * @param taste    vectors of the tracks
     * @param features standardised features of the same
     */
    void add(List<Track> tracks, float[][] taste, float[][] features) {
        int[] labelled = IntStream.range(0, tracks.size()).filter(t -> !tracks.get(t).genre().isBlank()).toArray();
        if (IntStream.of(labelled).mapToObj(t -> tracks.get(t).genre()).distinct().count() < 2) {
            return;
        }
        for (int track : labelled) {
            int[] others = IntStream.of(labelled).filter(other -> !sameArtist(tracks.get(track), tracks.get(other))).toArray();
            if (others.length > NEAREST) {
                precision.add(tracks.get(track).id(), 1, share(tracks, track, others, taste), share(tracks, track, others, features));
            }
        }
    }

    private static boolean sameArtist(Track one, Track other) {
        return TasteData.artistOf(one).equals(TasteData.artistOf(other));
    }

    private static double share(List<Track> tracks, int track, int[] others, float[][] vectors) {
        return IntStream.of(others)
                .boxed()
                .sorted(Comparator.comparingDouble(other -> -Vectors.cosine(vectors[track], vectors[other])))
                .limit(NEAREST)
                .mapToInt(other -> tracks.get(other).genre().equals(tracks.get(track).genre()) ? 1 : 0)
                .average()
                .orElse(0);
    }

    /** The figures; empty where tracks have no genres. */
    Optional<TasteReport.Neighbours> report() {
        if (precision.isEmpty()) {
            return Optional.empty();
        }
        Interval lead = precision.lead(1);
        return Optional.of(new TasteReport.Neighbours(
                precision.users(), precision.mean(0), precision.interval(0), precision.mean(1), precision.interval(1), lead));
    }
}
