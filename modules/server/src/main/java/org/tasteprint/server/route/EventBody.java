package org.tasteprint.server.route;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.tasteprint.catalog.Interaction;
import org.tasteprint.core.ArtistPlays;
import org.tasteprint.core.Feedback;
import org.tasteprint.core.Reaction;
import org.tasteprint.server.http.BadParameterException;
import org.tasteprint.server.music.History;

/**
 * One thing that somebody did, as clients send it; what is absent is null.
 *
 * @param userId    who; for feedback alone
 * @param trackId   with which track
 * @param artist    with which artist, instead of a track: plays alone, and not for feedback
 * @param event     play, like, dislike, skip or rating; play where it is absent
 * @param rating    in 0..5, where the event is a rating
 * @param plays     how many plays it stands for; not for feedback
 * @param timestamp when
 */
record EventBody(
        String userId, String trackId, String artist, String event, Double rating, Integer plays, Instant timestamp) {
    /** Most events of one request. */
    static final int MOST = 5000;

    private static final Duration CLOCKS_DIFFER_BY = Duration.ofDays(1);
    private static final String NOBODY = "";

    /** @throws BadParameterException when there are none or too many */
    static List<EventBody> checked(List<EventBody> events) {
        if (events == null || events.isEmpty() || events.size() > MOST || events.stream().anyMatch(Objects::isNull)) {
            throw BadParameterException.saying("events", "events must have 1 to %d entries".formatted(MOST));
        }
        return events;
    }

    /** As an event to keep, of now where it does not say when. */
    Feedback feedback(String whoIfUnsaid, Instant now) {
        String user = userId == null ? whoIfUnsaid : userId;
        if (user.isEmpty() || trackId == null || artist != null || plays != null) {
            throw BadParameterException.saying("events", "an event of feedback must have user_id and track_id, and neither artist nor plays");
        }
        if (user.indexOf('\0') >= 0 || trackId.indexOf('\0') >= 0) {
            throw BadParameterException.saying("events", "an id must not contain the character U+0000");
        }
        Reaction reaction = reaction();
        return new Feedback(user, trackId, reaction, reaction == Reaction.RATING ? rating : 0, timestamp == null ? now : time(now));
    }

    private Instant time(Instant now) {
        if (!timestamp.isAfter(Feedback.UNDATED) || timestamp.isAfter(now.plus(CLOCKS_DIFFER_BY))) {
            throw new BadParameterException("timestamp", timestamp.toString(), "must be between 1970 and now");
        }
        return timestamp;
    }

    private Reaction reaction() {
        String name = event == null ? "play" : event;
        Reaction reaction = List.of(Reaction.values()).stream()
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new BadParameterException("event", name, "must be one of dislike, like, play, rating, skip"));
        if ((reaction == Reaction.RATING) != (rating != null) || rating != null && !(rating >= 0 && rating <= 5)) {
            throw new BadParameterException("rating", String.valueOf(rating), "must be a number in 0..5 where the event is a rating, and absent elsewhere");
        }
        return reaction;
    }

    /** Several events as the history of somebody without an id. */
    static History history(List<EventBody> events) {
        Map<String, List<EventBody>> tracks = new LinkedHashMap<>();
        Map<String, Long> artists = new LinkedHashMap<>();
        for (EventBody told : checked(events)) {
            if (told.userId != null || (told.trackId == null) == (told.artist == null)) {
                throw BadParameterException.saying("events", "an event must have either track_id or artist, and no user_id");
            }
            if (told.plays != null && told.plays < 1) {
                throw new BadParameterException("plays", told.plays.toString(), "must be a whole number of at least 1");
            }
            Reaction reaction = told.reaction();
            if (told.trackId != null) {
                tracks.computeIfAbsent(told.trackId, id -> new ArrayList<>()).add(told);
            } else if (reaction == Reaction.PLAY && !told.artist.isBlank()) {
                artists.merge(told.artist, (long) told.times(), Long::sum);
            } else {
                throw BadParameterException.saying("events", "an artist must have a name, and can be played, nothing else: give the tracks of other events");
            }
        }
        return new History(
                tracks.entrySet().stream().map(track -> interaction(track.getKey(), track.getValue())).toList(),
                artists.entrySet().stream().map(artist -> new ArtistPlays(NOBODY, artist.getKey(), artist.getValue())).toList());
    }

    private int times() {
        return plays == null ? 1 : plays;
    }

    private static Interaction interaction(String trackId, List<EventBody> events) {
        return new Interaction(
                NOBODY,
                trackId,
                sum(events, Reaction.PLAY),
                sum(events, Reaction.LIKE),
                sum(events, Reaction.DISLIKE),
                sum(events, Reaction.SKIP),
                events.stream().filter(told -> told.rating != null).reduce((before, later) -> later)
                        .map(told -> OptionalDouble.of(told.rating)).orElse(OptionalDouble.empty()),
                events.stream().map(told -> told.timestamp == null ? Feedback.UNDATED : told.timestamp)
                        .max(Instant::compareTo).orElse(Feedback.UNDATED));
    }

    private static int sum(List<EventBody> events, Reaction reaction) {
        long sum = events.stream().filter(told -> told.reaction() == reaction).mapToLong(EventBody::times).sum();
        return (int) Math.min(sum, Integer.MAX_VALUE);
    }
}
