package org.tasteprint.catalog.log;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tasteprint.core.Feedback;
import org.tasteprint.core.Reaction;
import tools.jackson.databind.JsonNode;

/** One listen, or one opinion on a recording, as ListenBrainz writes them. */
final class ListenBrainzListen {
    private static final double FIRST_MILLISECONDS = 1e11;

    private ListenBrainzListen() {}

    /**
     * {@code {"listened_at": 1443521965, "track_metadata": {"artist_name", "track_name", "release_name", "additional_info": {…}}}}.
     * A listen is a skip when its additional info says so: {@code skipped}, or a {@code ms_played} or {@code duration_played}
     * (seconds) below half a minute and half the song.
     */
    static Listen of(JsonNode node, String user, String file, long line) {
        JsonNode song = node.path("track_metadata");
        String artist = song.path("artist_name").asString("");
        String title = song.path("track_name").asString("");
        if (artist.isBlank() || title.isBlank()) {
            throw new BadRow("track_metadata lacks the " + (artist.isBlank() ? "artist_name" : "track_name"));
        }
        JsonNode more = song.path("additional_info");
        return new Listen(
                file, line, listener(node, user), more.path("recording_mbid").asString(""), artist, title, ids(node, song, more),
                skipped(more) ? Reaction.SKIP : Reaction.PLAY, Double.NaN, time(node.path("listened_at")), 1, false);
    }

    /**
     * {@code {"recording_msid", "recording_mbid", "score": 1, "created": 1700000000}}: 1 is love, -1 is hate. What the recording is
     * called is known from the listens before, or from {@code track_metadata} where the API was asked for it.
     */
    static Listen opinion(JsonNode node, String user, String file, long line) {
        JsonNode song = node.path("track_metadata");
        int score = node.path("score").asInt(0);
        if (score != 1 && score != -1) {
            throw new BadRow("score %s is neither 1 (love) nor -1 (hate)".formatted(node.path("score")));
        }
        List<String> ids = ids(node, song, song.path("additional_info"));
        if (ids.isEmpty() && !song.has("track_name")) {
            throw new BadRow("the recording has neither an MBID nor an MSID");
        }
        return new Listen(
                file, line, listener(node, user), node.path("recording_mbid").asString(""),
                song.path("artist_name").asString(""), song.path("track_name").asString(""), ids,
                score > 0 ? Reaction.LIKE : Reaction.DISLIKE, Double.NaN, time(node.path("created")), 1, false);
    }

    private static String listener(JsonNode node, String user) {
        String named = node.path("user_name").asString(node.path("user_id").asString(user));
        if (named.isBlank()) {
            throw new BadRow("nothing says whose listen it is: name the listener with --user");
        }
        return named;
    }

    private static List<String> ids(JsonNode node, JsonNode song, JsonNode more) {
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode place : List.of(node, song, more, song.path("mbid_mapping"))) {
            for (String name : List.of("recording_mbid", "recording_msid")) {
                String id = place.path(name).asString("");
                if (!id.isBlank()) {
                    ids.add(id);
                }
            }
        }
        return List.copyOf(ids);
    }

    private static boolean skipped(JsonNode more) {
        if (more.path("skipped").asBoolean(false)) {
            return true;
        }
        long played = more.has("ms_played")
                ? more.path("ms_played").asLong(-1)
                : more.has("duration_played") ? 1000 * more.path("duration_played").asLong(-1) : -1;
        long duration = more.path("duration_ms").asLong(1000 * more.path("duration").asLong(0));
        return TableLog.skipped(played, duration);
    }

    private static Instant time(JsonNode at) {
        if (at.isNumber()) {
            double seconds = at.asDouble();
            if (seconds < 0 || seconds >= FIRST_MILLISECONDS) {
                throw new BadRow("time %s is not in seconds since 1970".formatted(at));
            }
            return Instant.ofEpochMilli(Math.round(seconds * 1000));
        }
        return at.isString() ? EventTime.parse(at.asString()) : Feedback.UNDATED;
    }
}
