package org.tasteprint.index.map;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tasteprint.core.AtomicFile;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.index.VectorSpace;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every point of a space on a plane: what is near there is near here.
 *
 * @param space    name of the space
 * @param version  of the space that was drawn
 * @param seed     of everything random
 * @param clusters how many there are
 * @param places   one a point
 */
public record SpaceMap(String space, int version, long seed, int clusters, List<Place> places) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Where a point lies.
     *
     * @param id      of the point
     * @param x       from 0 at the left to 1
     * @param y       from 0 at the bottom to 1
     * @param cluster that it belongs to, from 0
     */
    public record Place(String id, double x, double y, int cluster) {
        public Place {
            requireNonNull(id, "id is null");
        }
    }

    public SpaceMap {
        requireNonNull(space, "space is null");
        places = List.copyOf(places);
    }

    /**
     * The map that was drawn last, if one was; its {@link #version} tells whether the space has been built again since.
     *
     * @throws TasteprintException {@code UNAVAILABLE} when it cannot be read
     */
    public static Optional<SpaceMap> of(VectorSpace space) {
        Path file = file(space);
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), SpaceMap.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | JacksonException e) {
            throw new TasteprintException(
                    Kind.UNAVAILABLE, "cannot read %s: draw the map again with ./tasteprint map".formatted(file), e);
        }
    }

    /** Keeps the map beside its space, in place of the one that was there. */
    public void keep(VectorSpace beside) {
        AtomicFile.write(file(beside), out -> out.write(JSON.writeValueAsBytes(this)));
    }

    /** The file that a space's map is kept in. */
    public static Path file(VectorSpace space) {
        return space.folder().resolve("map.json");
    }
}
