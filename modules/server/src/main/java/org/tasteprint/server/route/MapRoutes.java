package org.tasteprint.server.route;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.index.SpaceInfo;
import org.tasteprint.index.VectorSpace;
import org.tasteprint.index.map.SpaceMap;
import org.tasteprint.server.http.Parameters;
import org.tasteprint.server.http.Routing;
import org.tasteprint.server.music.MusicService;

/** The map of a space that was drawn last. */
final class MapRoutes {
    private final MusicService music;

    MapRoutes(MusicService music) {
        this.music = music;
    }

    void register(RoutesConfig routes) {
        Routing.read(routes, Routing.API + "/spaces/{name}/map", this::map);
    }

    private record MapView(String space, int version, boolean current, long seed, List<ClusterView> clusters, List<PlaceView> places) {}

    private record ClusterView(int cluster, long tracks, double x, double y, String genre) {}

    private record PlaceView(String trackId, double x, double y, int cluster, String genre) {}

    /** The entity tag is known before the map is read: it is large, and who has it asks often. */
    private void map(Context request) throws IOException {
        Parameters.of(request);
        VectorSpace space = SearchRoutes.space(music, request.pathParam("name"));
        SpaceInfo info = space.info();
        String tag = tag(info, SpaceMap.file(space));
        request.header(Header.ETAG, tag);
        if (tag.equals(request.header(Header.IF_NONE_MATCH))) {
            request.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        SpaceMap map = SpaceMap.of(space).orElseThrow(() -> missing(info));
        Map<String, String> genres = new HashMap<>();
        space.forEach(point -> genres.put(point.id(), point.attributes().genre()));
        List<PlaceView> places = map.places().stream()
                .map(place -> new PlaceView(place.id(), place.x(), place.y(), place.cluster(), genres.getOrDefault(place.id(), "")))
                .toList();
        request.json(new MapView(
                map.space(), map.version(), map.version() == info.version(), map.seed(), clusters(places), places));
    }

    private static String tag(SpaceInfo info, Path file) throws IOException {
        try {
            BasicFileAttributes drawn = Files.readAttributes(file, BasicFileAttributes.class);
            return "W/\"%x-%x-%d-%d\"".formatted(drawn.lastModifiedTime().toMillis(), drawn.size(), info.version(), info.updates());
        } catch (NoSuchFileException e) {
            throw missing(info);
        }
    }

    private static TasteprintException missing(SpaceInfo info) {
        return new TasteprintException(
                TasteprintException.Kind.NOT_FOUND,
                "the space %s has no map yet: start a job of kind map, or run tasteprint map".formatted(info.name()));
    }

    /** Each cluster with the middle of its tracks and the genre that most of them have. */
    private static List<ClusterView> clusters(List<PlaceView> places) {
        Map<Integer, List<PlaceView>> members = new TreeMap<>();
        places.forEach(place -> members.computeIfAbsent(place.cluster(), cluster -> new ArrayList<>()).add(place));
        return members.entrySet().stream()
                .map(cluster -> new ClusterView(
                        cluster.getKey(),
                        cluster.getValue().size(),
                        cluster.getValue().stream().mapToDouble(PlaceView::x).average().orElseThrow(),
                        cluster.getValue().stream().mapToDouble(PlaceView::y).average().orElseThrow(),
                        commonGenre(cluster.getValue())))
                .toList();
    }

    private static String commonGenre(List<PlaceView> places) {
        Map<String, Integer> counts = new TreeMap<>();
        places.stream().map(PlaceView::genre).filter(genre -> !genre.isEmpty()).forEach(genre -> counts.merge(genre, 1, Integer::sum));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("");
    }
}
