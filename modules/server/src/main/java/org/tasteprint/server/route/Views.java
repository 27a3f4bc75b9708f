package org.tasteprint.server.route;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tasteprint.catalog.CatalogCounts;
import org.tasteprint.core.Track;
import org.tasteprint.core.User;
import org.tasteprint.server.music.MusicService;

/** The bodies of successful answers, as {@code openapi.yaml} describes them; the mapper turns their names into snake_case. */
final class Views {
    private Views() {}

    /** A track without its path, which is nobody's business outside. */
    record TrackView(
            String trackId, String artist, String title, String album, Integer year, String genre, String split, boolean hasAudio) {
        static TrackView of(Track track) {
            return new TrackView(
                    track.id(),
                    track.artist(),
                    track.title(),
                    track.album(),
                    track.year() == 0 ? null : track.year(),
                    track.genre(),
                    track.split(),
                    track.audio().isPresent());
        }
    }

    record Tracks(List<TrackView> tracks, Optional<String> next, long total) {}

    record SimilarTrack(String trackId, double similarity, TrackView track) {}

    record Similar(String space, List<SimilarTrack> results) {}

    record UserView(String userId, Map<String, String> attributes) {
        static UserView of(User user) {
            return new UserView(user.id(), user.attributes());
        }
    }

    record Users(List<UserView> users, Optional<String> next, long total) {}

    record HeardTrack(String trackId, int plays, int skips, boolean liked, boolean disliked, TrackView track) {}

    record History(List<HeardTrack> results, long total) {}

    record RecommendedTrack(String trackId, double score, String why, TrackView track) {}

    record Recommendations(List<RecommendedTrack> results) {}

    record ClassifiedFile(String file, String genre, Map<String, Double> probabilities, int segments, double seconds) {}

    record Classifications(List<ClassifiedFile> results) {}

    record Tag(String tag, double probability) {}

    record Taggram(List<String> tags, List<Double> times, List<float[]> values) {}

    record TaggedFile(String file, double duration, List<Tag> tags, Taggram taggram, double seconds) {}

    record Tags(String model, int length, int hop, List<TaggedFile> results) {}

    record Health(String status) {}

    record StatusView(
            long tracks,
            long users,
            long feedback,
            long artistPlays,
            List<String> spaces,
            Optional<String> defaultSpace,
            boolean genreModel,
            List<String> taggers,
            List<String> missing,
            long maxUploadBytes) {
        static StatusView of(CatalogCounts counts, MusicService.Status music, long maxUploadBytes) {
            return new StatusView(
                    counts.tracks(),
                    counts.users(),
                    counts.feedback(),
                    counts.artistPlays(),
                    music.spaces(),
                    Optional.of(music.defaultSpace()).filter(name -> !name.isEmpty()),
                    music.genreModel(),
                    music.taggers(),
                    music.missing(),
                    maxUploadBytes);
        }
    }
}
