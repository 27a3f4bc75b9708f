package org.tasteprint.taste.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.tasteprint.catalog.Interaction;
import org.tasteprint.core.ArtistPlays;
import org.tasteprint.core.Feedback;
import org.tasteprint.taste.listener.Listening;
import org.tasteprint.taste.listener.TasteData;

/**
 * Histories with some of their items held out: those after a point in time where everything is dated, else a fifth of each
 * listener's items at random. Only what somebody played or liked is an item, and only of listeners with a log.
 *
 * @param rest    what is left to learn from
 * @param heldOut names of the items held out, by listener
 * @param parting {@code time} or {@code random}
 */
record HeldOutItems(TasteData rest, Map<String, List<String>> heldOut, String parting) {
    private static final double SHARE = 0.2;

    static HeldOutItems of(TasteData data, long seed) {
        Set<String> listeners = data.listenersWithLog();
        List<Interaction> interactions = data.interactions().stream()
                .filter(interaction -> listeners.contains(interaction.userId()))
                .filter(interaction -> !interaction.disliked() && (interaction.plays() > 0 || interaction.liked()))
                .toList();
        List<ArtistPlays> plays = data.artistPlays();
        boolean dated = plays.isEmpty()
                && interactions.stream().noneMatch(interaction -> interaction.last().equals(Feedback.UNDATED));
        Instant end = dated ? splitTime(interactions) : Instant.MAX;
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, List<String>> heldOut = new TreeMap<>();
        List<Interaction> keptInteractions = new ArrayList<>();
        for (Interaction interaction : interactions) {
            if (dated ? interaction.last().isAfter(end) : random.nextDouble() < SHARE) {
                heldOut.computeIfAbsent(interaction.userId(), id -> new ArrayList<>())
                        .add(Listening.item(interaction.trackId()));
            } else {
                keptInteractions.add(interaction);
            }
        }
        List<ArtistPlays> keptPlays = new ArrayList<>();
        for (ArtistPlays artist : plays) {
            if (random.nextDouble() < SHARE) {
                heldOut.computeIfAbsent(artist.userId(), id -> new ArrayList<>()).add(TasteData.artistOf(artist));
            } else {
                keptPlays.add(artist);
            }
        }
        TasteData rest = new TasteData(data.tracks(), keptInteractions, keptPlays, data.hash());
        return new HeldOutItems(rest, heldOut, dated ? "time" : "random");
    }

    /** The time before which four fifths of the items were last met. */
    private static Instant splitTime(List<Interaction> interactions) {
        List<Instant> times = interactions.stream().map(Interaction::last).sorted().toList();
        return times.isEmpty() ? Instant.MAX : times.get((int) ((1 - SHARE) * (times.size() - 1)));
    }
}
