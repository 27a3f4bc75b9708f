package org.tasteprint.taste.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tasteprint.catalog.Interaction;
import org.tasteprint.core.ArtistPlays;
import org.tasteprint.core.Feedback;
import org.tasteprint.core.Track;
import org.tasteprint.taste.listener.Listening;
import org.tasteprint.taste.listener.SparseRows;
import org.tasteprint.taste.listener.TasteData;

/**
 * Who played or liked what, and when last: what an evaluation of rankings is made of. Only listeners with a log, whose not playing
 * says something.
 *
 * @param items     names: {@code track ID} and {@code artist KEY}
 * @param histories listeners × items
 * @param last      when each entry was last met, in milliseconds since 1970; 0 where that is not known
 */
record PlayedItems(List<String> items, SparseRows histories, long[] last) {
    private static final double SHARE = 0.2;
    /** Of more, listeners evenly spread stand for all. */
    static final int ROWS_AT_MOST = 10_000_000;
    /** A like says as much as some six plays (log(1 + 6) ≈ 2). */
    private static final double LIKE_STRENGTH = 2;

    static PlayedItems of(TasteData data, Items kind) {
        Set<String> listeners = data.listenersWithLog();
        Map<String, Track> tracks = data.tracks().stream().collect(Collectors.toMap(Track::id, Function.identity()));
        Map<String, Integer> numbers = new LinkedHashMap<>();
        SparseRows.Builder rows = new SparseRows.Builder();
        List<Long> last = new ArrayList<>();
        data.forEachListener(data.everyFor(ROWS_AT_MOST), (user, interactions, artistPlays) -> {
            Map<Integer, Played> played = new TreeMap<>();
            for (Interaction interaction : interactions) {
                boolean enjoyed = !interaction.disliked() && (interaction.plays() > 0 || interaction.liked());
                if (enjoyed && listeners.contains(user)) {
                    String item = kind == Items.TRACKS
                            ? Listening.item(interaction.trackId())
                            : TasteData.artistOf(tracks.get(interaction.trackId()));
                    double likes = interaction.liked() ? LIKE_STRENGTH : 0;
                    add(played, numbers, item, interaction.plays(), likes, interaction.last());
                }
            }
            for (ArtistPlays plays : kind == Items.ARTISTS ? artistPlays : List.<ArtistPlays>of()) {
                add(played, numbers, TasteData.artistOf(plays), plays.plays(), 0, Feedback.UNDATED);
            }
            if (!played.isEmpty()) {
                rows.row(played.entrySet().stream()
                        .map(item -> new SparseRows.Entry(item.getKey(), 1, item.getValue().strength()))
                        .toList());
                played.values().forEach(one -> last.add(one.last()));
            }
        });
        return new PlayedItems(
                List.copyOf(numbers.keySet()), rows.build(numbers.size()), last.stream().mapToLong(Long::longValue).toArray());
    }

    private record Played(long plays, double likes, long last) {
        float strength() {
            return (float) Math.max(Math.log1p(plays) + likes, Math.log(2));
        }

        Played plus(Played other) {
            return new Played(plays + other.plays, Math.max(likes, other.likes), Math.max(last, other.last));
        }
    }

    private static void add(
            Map<Integer, Played> played, Map<String, Integer> numbers, String item, long plays, double likes, Instant last) {
        int number = numbers.computeIfAbsent(item, name -> numbers.size());
        played.merge(number, new Played(plays, likes, last.toEpochMilli()), Played::plus);
    }

    /** Whether every entry has a time, so that a point in time can part them. */
    boolean dated() {
        return last.length > 0 && Arrays.stream(last).noneMatch(at -> at == 0);
    }

    /**
     * Holds items out: those last met after a point in time that four fifths come before, where everything is dated, else a fifth
     * of each listener's items at random. An item that was met before and after counts as met after.
     */
    Parted parted(long seed) {
        BitSet kept = new BitSet();
        long end = dated() ? Arrays.stream(last).sorted().toArray()[(int) ((1 - SHARE) * (last.length - 1))] : 0;
        SplittableRandom random = new SplittableRandom(seed);
        for (int entry = 0; entry < last.length; entry++) {
            boolean heldOut = dated() ? last[entry] > end : random.nextDouble() < SHARE;
            kept.set(entry, !heldOut);
        }
        int[][] wanted = new int[histories.rows()][];
        for (int user = 0; user < wanted.length; user++) {
            int from = histories.start(user);
            int to = histories.start(user + 1);
            int[] heldOut = new int[to - from];
            int count = 0;
            for (int entry = from; entry < to; entry++) {
                if (!kept.get(entry)) {
                    heldOut[count++] = histories.column(entry);
                }
            }
            wanted[user] = Arrays.copyOf(heldOut, count);
        }
        long[] keptLast = kept.stream().mapToLong(entry -> last[entry]).toArray();
        return new Parted(new PlayedItems(items, histories.only(kept), keptLast), wanted);
    }

    /**
     * @param rest   what is left to learn from
     * @param wanted int[listeners][]: items held out of each history
     */
    record Parted(PlayedItems rest, int[][] wanted) {}
}
