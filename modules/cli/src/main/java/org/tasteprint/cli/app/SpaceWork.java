package org.tasteprint.cli.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.core.Track;
import org.tasteprint.index.Point;
import org.tasteprint.index.Precision;
import org.tasteprint.index.SpaceInfo;
import org.tasteprint.index.VectorSpace;
import org.tasteprint.index.map.MapMaker;
import org.tasteprint.index.map.MapSettings;
import org.tasteprint.index.map.SpaceMap;
import org.tasteprint.index.ranking.Hubness;

/** Builds embedding spaces, keeps them up to date, and tells of them. */
public final class SpaceWork {
    private static final String TASTE = TasteWork.FEATURE;

    /** Points that hubs are measured on: every pair of them is compared. */
    private static final int HUBNESS_POINTS = 5_000;

    private static final int HUBNESS_NEIGHBOURS = 10;

    private final Workspace workspace;

    SpaceWork(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Builds a space of every kind of sound that is extracted, and of taste where it is trained.
     *
     * @throws TasteprintException {@code CONFLICT} when there is nothing to build from
     */
    public IndexResult build(Precision precision) {
        long start = System.nanoTime();
        List<Track> tracks = workspace.catalog().tracks();
        Set<String> candidates = new TreeSet<>(Defaults.spaces());
        candidates.add(TASTE);
        List<SpaceInfo> built = new ArrayList<>();
        for (String feature : candidates) {
            SpaceSource.of(workspace.features(), new HeardTags(workspace), feature, tracks, feature.equals(TASTE))
                    .ifPresent(source -> built.add(workspace.spaces()
                            .build(source.definition(SpaceModel.of(workspace, feature)).with(precision), source, workspace.progress())));
        }
        if (built.isEmpty()) {
            throw new TasteprintException(
                    Kind.CONFLICT, "there is nothing to index: run './tasteprint extract' (and 'train taste') first");
        }
        return result(built, start);
    }

    /**
     * Adds to every space the tracks that it has no vector of yet, and removes those that the catalogue has no more. Everything else
     * stays as it is, and the preprocessing that the space was built with is used.
     *
     * @throws TasteprintException {@code CONFLICT} when there is no space yet, or one is of another model than the features are now
     */
    public IndexResult update() {
        long start = System.nanoTime();
        List<Track> tracks = workspace.catalog().tracks();
        List<SpaceInfo> updated = new ArrayList<>();
        for (SpaceInfo info : workspace.spaces().spaces()) {
            workspace.spaces().space(info.name()).ifPresent(space -> updated.add(update(space, tracks)));
        }
        if (updated.isEmpty()) {
            throw new TasteprintException(Kind.CONFLICT, "there are no spaces to update: run './tasteprint index' first");
        }
        return result(updated, start);
    }

    private SpaceInfo update(VectorSpace space, List<Track> tracks) {
        Set<String> gone = new HashSet<>();
        space.forEach(point -> gone.add(point.id()));
        List<Track> missing = tracks.stream().filter(track -> !gone.remove(track.id())).toList();
        String name = space.info().name();
        String made = space.info().provenance().parameters().getOrDefault(SpacesResult.MODEL, "");
        if (!made.isEmpty() && !SpaceModel.of(workspace, name).sha256().equals(made)) {
            throw new TasteprintException(
                    Kind.CONFLICT, "the space %s is of another model than its features are now: build it again with './tasteprint index'".formatted(name));
        }
        List<Point> put = new ArrayList<>();
        SpaceSource.present(workspace.features(), new HeardTags(workspace), name, missing, space.preprocessing()).forEach(put::add);
        return put.isEmpty() && gone.isEmpty() ? space.info() : workspace.spaces().update(name, put, gone);
    }

    private static IndexResult result(List<SpaceInfo> spaces, long start) {
        return new IndexResult(
                spaces.stream().map(IndexResult.Space::of).toList(), (System.nanoTime() - start) / 1e9);
    }

    /**
     * The spaces and their versions.
     *
     * @param names   of the spaces; none for all
     * @param hubness whether to measure how much of a hub some tracks are
     */
    public SpacesResult list(List<String> names, boolean hubness) {
        List<VectorSpace> spaces = names.isEmpty()
                ? workspace.spaces().spaces().stream()
                        .flatMap(info -> workspace.spaces().space(info.name()).stream())
                        .toList()
                : names.stream().map(this::named).toList();
        return new SpacesResult(spaces.stream()
                .map(space -> SpacesResult.Space.of(
                        space.info(),
                        workspace.spaces().versions(space.info().name()),
                        hubness ? Optional.of(hubness(space)) : Optional.empty()))
                .toList());
    }

    private Hubness hubness(VectorSpace space) {
        return space.hubness(HUBNESS_NEIGHBOURS, HUBNESS_POINTS, workspace.progress());
    }

    /**
     * Draws the map of a space and keeps it beside the space.
     *
     * @param name of the space; empty for the default
     */
    public MapResult map(String name, MapSettings settings) {
        long start = System.nanoTime();
        VectorSpace space = named(name);
        SpaceMap map = MapMaker.make(space, settings, workspace.progress());
        map.keep(space);
        return new MapResult(
                map.space(),
                map.version(),
                map.places().size(),
                map.clusters(),
                map.seed(),
                SpaceMap.file(space),
                (System.nanoTime() - start) / 1e9);
    }

    /**
     * Where a sound file lies in a space: its vector as {@link #build} would make it of a track.
     *
     * @throws TasteprintException {@code INVALID_INPUT} when the file is no audio that can be read, or the vectors of the space do not
     *     come from sound; {@code UNAVAILABLE} when the model is gone that made them
     */
    float[] vector(Path audio, String name) {
        VectorSpace space = named(name);
        float[] raw = SpaceModel.of(workspace, space.info().name()).vector(audio);
        if (raw.length != space.info().dimensions()) {
            throw new TasteprintException(
                    Kind.CONFLICT, "the space %s was built by another model: run ./tasteprint index again".formatted(name));
        }
        return space.preprocessing().apply(raw);
    }

    /** The space that is searched when none is named: taste, or else the first there is. */
    String defaultSpace() {
        return workspace.spaces().space(TASTE).isPresent()
                ? TASTE
                : workspace.spaces().names().stream().findFirst().orElse(TASTE);
    }

    /**
     * A space by its name, or the default one when that is empty.
     *
     * @throws TasteprintException {@code NOT_FOUND} when there is no such space
     */
    VectorSpace named(String name) {
        String wanted = name.isEmpty() ? defaultSpace() : name;
        return workspace.spaces().space(wanted).orElseThrow(() -> {
            List<String> names = workspace.spaces().names();
            return new TasteprintException(
                    Kind.NOT_FOUND,
                    names.isEmpty()
                            ? "there are no embedding spaces yet: run './tasteprint index'"
                            : "there is no space '%s'; there are: %s".formatted(wanted, String.join(", ", names)));
        });
    }
}
