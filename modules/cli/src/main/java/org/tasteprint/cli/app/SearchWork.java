package org.tasteprint.cli.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.core.Track;
import org.tasteprint.index.SpaceInfo;
import org.tasteprint.index.VectorSpace;
import org.tasteprint.taste.Recommender;
import org.tasteprint.taste.TasteModel;

/** Similar tracks and recommendations, out of embedding spaces. */
public final class SearchWork {
    private static final String TASTE = TasteWork.FEATURE;
    private final Workspace workspace;

    SearchWork(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Builds a space of every kind of sound that is extracted, and of taste where it is trained.
     *
     * @throws TasteprintException {@code CONFLICT} when there is nothing to build from
     */
    public IndexResult buildSpaces() {
        long start = System.nanoTime();
        List<Track> tracks = workspace.catalog().tracks();
        Set<String> candidates = new TreeSet<>(Defaults.spaces());
        candidates.add(TASTE);
        List<SpaceInfo> built = new ArrayList<>();
        for (String feature : candidates) {
            SpaceSource.of(workspace.features(), feature, tracks, feature.equals(TASTE))
                    .ifPresent(source ->
                            built.add(workspace.spaces().build(source.definition(), source, workspace.progress())));
        }
        if (built.isEmpty()) {
            throw new TasteprintException(
                    Kind.CONFLICT, "there is nothing to index: run './tasteprint extract' (and 'train taste') first");
        }
        return new IndexResult(
                built.stream().map(IndexResult.Space::of).toList(), (System.nanoTime() - start) / 1e9);
    }

    /**
     * The tracks nearest to a track.
     *
     * @param space name of a space, or empty for the default: taste, or else the first there is
     * @throws TasteprintException {@code NOT_FOUND} when the track is not in the catalogue or the space, or there is no such space
     */
    public SimilarResult similar(String trackId, int count, String space) {
        workspace.catalog().track(trackId).orElseThrow(() -> new TasteprintException(
                Kind.NOT_FOUND, "there is no track '%s' in the catalogue: './tasteprint import' adds tracks".formatted(trackId)));
        VectorSpace found = space(space.isEmpty() ? defaultSpace() : space);
        return new SimilarResult(
                found.info().name(),
                found.similar(trackId, count).stream()
                        .map(neighbour -> SimilarResult.Found.of(neighbour, workspace.catalog().track(neighbour.id())))
                        .toList());
    }

    /** What a listener would like among the tracks that they have not met. */
    public RecommendResult recommend(String userId, int count) {
        TasteModel model = workspace.taste().model();
        return new RecommendResult(new Recommender(workspace.catalog(), model, space(TASTE))
                .recommend(userId, count).stream()
                        .map(item -> RecommendResult.Found.of(item, workspace.catalog().track(item.trackId())))
                        .toList());
    }

    /** The space that is searched when none is named: taste, or else the first there is. */
    String defaultSpace() {
        return workspace.spaces().space(TASTE).isPresent()
                ? TASTE
                : workspace.spaces().spaces().stream().map(SpaceInfo::name).findFirst().orElse(TASTE);
    }

    private VectorSpace space(String name) {
        return workspace.spaces().space(name).orElseThrow(() -> {
            List<String> names = workspace.spaces().spaces().stream().map(SpaceInfo::name).toList();
            return new TasteprintException(
                    Kind.NOT_FOUND,
                    names.isEmpty()
                            ? "there are no embedding spaces yet: run './tasteprint index'"
                            : "there is no space '%s'; there are: %s".formatted(name, String.join(", ", names)));
        });
    }
}
