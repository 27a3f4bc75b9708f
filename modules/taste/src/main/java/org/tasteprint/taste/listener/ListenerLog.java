package org.tasteprint.taste.listener;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tasteprint.catalog.Interaction;
import org.tasteprint.core.Feedback;

/** Gathers what one listener did: tracks and items are numbers of {@link Listening}. */
final class ListenerLog {
    private final Map<Integer, Interaction> tracks = new TreeMap<>();
    private final Map<Integer, SparseRows.Entry> artists = new TreeMap<>();
    private Instant latest = Feedback.UNDATED;
    private final Set<Integer> liked = new HashSet<>();
    private final Set<Integer> disliked = new HashSet<>();
    private final Set<Integer> skipped = new HashSet<>();
    private final Set<Integer> played = new HashSet<>();

    void did(int track, Interaction what) {
        tracks.put(track, what);
        latest = what.last().isAfter(latest) ? what.last() : latest;
        boolean passedOver = EntryWeights.passedOver(what);
        if (what.liked()) {
            liked.add(track);
        } else if (what.disliked() || passedOver) {
            disliked.add(track);
        }
        if (passedOver && !what.disliked()) {
            skipped.add(track);
        }
        if (what.plays() > 0 && !disliked.contains(track)) {
            played.add(track);
        }
    }

    void played(int column, long plays, int[] tracksOfArtist) {
        artists.merge(column, EntryWeights.ofArtist(column, plays), EntryWeights::stronger);
        Arrays.stream(tracksOfArtist).filter(track -> !disliked.contains(track)).forEach(played::add);
    }

    void is(int column) {
        artists.put(column, EntryWeights.ofAttribute(column));
    }

    boolean isEmpty() {
        return tracks.isEmpty() && artists.isEmpty();
    }

    List<SparseRows.Entry> entries() {
        List<SparseRows.Entry> entries = new ArrayList<>();
        tracks.forEach((track, what) -> entries.add(EntryWeights.ofTrack(track, what, latest)));
        entries.addAll(artists.values());
        return entries;
    }

    Listening.Opinions opinions(boolean log) {
        return new Listening.Opinions(sorted(liked), sorted(disliked), sorted(skipped), sorted(played), log);
    }

    private static int[] sorted(Set<Integer> positions) {
        return positions.stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
