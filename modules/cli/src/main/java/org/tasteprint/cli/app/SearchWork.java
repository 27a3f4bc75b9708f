package org.tasteprint.cli.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.core.Track;
import org.tasteprint.core.User;
import org.tasteprint.index.Neighbour;
import org.tasteprint.index.VectorSpace;
import org.tasteprint.index.query.Filter;
import org.tasteprint.index.query.Query;
import org.tasteprint.index.query.Seed;
import org.tasteprint.taste.History;
import org.tasteprint.taste.HistoryLog;
import org.tasteprint.taste.Recommendation;
import org.tasteprint.taste.Recommender;

/** Similar tracks, paths and recommendations, out of embedding spaces. */
public final class SearchWork {
    private static final String TASTE = TasteWork.FEATURE;
    private final Workspace workspace;

    SearchWork(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * The tracks nearest to others.
     *
     * @throws TasteprintException {@code NOT_FOUND} when a track is not in the catalogue or the space, or there is no such space
     *     or listener
     */
    public SimilarResult similar(SimilarRequest request) {
        List<Seed> seeds = new ArrayList<>();
        request.tracks().forEach(id -> seeds.add(new Seed.OfId(id, 1)));
        request.minus().forEach(id -> seeds.add(new Seed.OfId(id, -1)));
        requireTracks(seeds.stream().map(seed -> ((Seed.OfId) seed).id()).toList());
        Query.Builder query = Query.near(seeds)
                .count(request.count())
                .where(filter(request.choice()))
                .maxPerArtist(request.maxPerArtist())
                .maxPerAlbum(request.maxPerAlbum())
                .duplicateFrom(request.duplicateFrom())
                .diversity(request.diversity());
        if (request.withoutSeedArtists()) {
            query.withoutSeedArtists();
        }
        if (request.fewerHubs()) {
            query.fewerHubs();
        }
        VectorSpace space = workspace.spaceWork().named(request.space());
        return new SimilarResult(space.info().name(), found(space.search(query.build())));
    }

    /**
     * A way from one track to another.
     *
     * @param steps  from one end to the other, at least 1
     * @param space  name, or empty for the default
     * @param choice which tracks may lie between
     * @throws TasteprintException {@code NOT_FOUND} when a track is not in the catalogue or the space, or there is no such space
     *     or listener
     */
    public PathResult path(String from, String to, int steps, String space, SimilarRequest.Choice choice) {
        requireTracks(List.of(from, to));
        VectorSpace found = workspace.spaceWork().named(space);
        return new PathResult(found.info().name(), found(found.path(from, to, steps, filter(choice))));
    }

    /** What a listener would like among the tracks that they have not met. */
    public RecommendResult recommend(String userId, int count) {
        return named(recommender().recommend(userId, count));
    }

    /** What whoever has this history would like among the other tracks that pass. */
    public RecommendResult recommend(History history, int count, SimilarRequest.Choice choice) {
        requireTracks(List.copyOf(history.trackIds()));
        return named(recommender().recommend(history, count, filter(choice)));
    }

    /** What whoever has this history would like; tracks that the catalogue lacks tell nothing. */
    RecommendResult recommend(History history, int count) {
        return named(recommender().recommend(history, count, Filter.NONE));
    }

    /** What whoever has the history in this log would like; rows of it that cannot be taken are told of. */
    public RecommendResult recommend(Path log, int count) {
        HistoryLog.Read read = new HistoryLog(workspace.catalog()).read(log);
        read.rejected().stream().findFirst().ifPresent(first -> workspace.progress().note(
                "left out %d rows of %s, the first of them line %d: %s".formatted(read.rejected().size(), log, first.line(), first.reason())));
        return recommend(read.history(), count);
    }

    /** Where a listener, as their history is now, points to in the space of taste. */
    float[] direction(User listener) {
        VectorSpace space = workspace.spaceWork().named(TASTE);
        return workspace.taste().model().userVector(History.of(workspace.catalog(), listener), space::vector);
    }

    private Recommender recommender() {
        return new Recommender(
                workspace.catalog(), workspace.taste().model(), workspace.spaceWork().named(TASTE), new HeardTags(workspace));
    }

    private RecommendResult named(List<Recommendation> items) {
        Map<String, Track> tracks = tracks(items.stream().map(Recommendation::trackId).toList());
        return new RecommendResult(items.stream()
                .map(item -> RecommendResult.Found.of(item, Optional.ofNullable(tracks.get(item.trackId()))))
                .toList());
    }

    private List<SimilarResult.Found> found(List<Neighbour> neighbours) {
        Map<String, Track> tracks = tracks(neighbours.stream().map(Neighbour::id).toList());
        return neighbours.stream()
                .map(neighbour -> SimilarResult.Found.of(neighbour, Optional.ofNullable(tracks.get(neighbour.id()))))
                .toList();
    }

    private Map<String, Track> tracks(List<String> ids) {
        return workspace.catalog().tracks(ids).stream().collect(Collectors.toMap(Track::id, track -> track));
    }

    private void requireTracks(List<String> ids) {
        Map<String, Track> known = tracks(ids);
        ids.stream().filter(id -> !known.containsKey(id)).findFirst().ifPresent(id -> {
            throw new TasteprintException(
                    Kind.NOT_FOUND, "there is no track '%s' in the catalogue: './tasteprint import' adds tracks".formatted(id));
        });
    }

    private Filter filter(SimilarRequest.Choice choice) {
        return choice.listeners().and(choice.filter(), workspace.catalog());
    }
}
