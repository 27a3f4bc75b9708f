package org.tasteprint.features;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.tasteprint.core.AtomicFile;
import org.tasteprint.core.Sha256;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder of one feature, a file a track: {@code SHARD/TRACK.npy}.
 *
 * <p>{@code TRACK} is the track's id in UTF-8, in which every byte but {@code a-z 0-9 _ - .} stands as {@code %XX}; capitals
 * too, because some file systems take {@code A} for {@code a}. An id too long for a file name becomes
 * {@code %sha256-…}, which no other id can be written as. {@code SHARD} is one of 256, so that no folder gets too full.
 */
record FeatureFolder(Path path) {
    private static final int LONGEST_NAME = 180;
    private static final String RECIPE = "feature.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Where the feature of a track is, or would be. */
    Path file(String trackId) {
        return path.resolve("%02x".formatted(trackId.hashCode() & 0xff)).resolve(fileName(trackId) + ".npy");
    }

    private static String fileName(String trackId) {
        StringBuilder name = new StringBuilder();
        for (byte b : trackId.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '_' || b == '-' || b == '.';
            if (plain) {
                name.append((char) b);
            } else {
                name.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return name.length() <= LONGEST_NAME ? name.toString() : "%sha256-" + Sha256.of(trackId);
    }

    /**
     * Sees to it that what is in the folder was made by {@code recipe}: anything that was not is deleted.
     *
     * @throws TasteprintException {@code UNAVAILABLE} when the folder cannot be written
     */
    void prepareFor(Recipe recipe) {
        if (!recipe().equals(Optional.of(recipe))) {
            delete(path);
            AtomicFile.write(path.resolve(RECIPE), out -> out.write(JSON.writeValueAsBytes(recipe)));
        }
    }

    private Optional<Recipe> recipe() {
        Path file = path.resolve(RECIPE);
        try {
            return Files.exists(file) ? Optional.of(JSON.readValue(file, Recipe.class)) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty(); // damaged: what the folder holds is unknown, as without it
        }
    }

    /** Takes the place of {@code other}, whose files are deleted. */
    void replace(FeatureFolder other) {
        Path old = other.path.resolveSibling("." + other.path.getFileName() + ".old");
        delete(old);
        try {
            if (Files.exists(other.path)) {
                Files.move(other.path, old);
            }
            Files.move(path, other.path);
        } catch (IOException e) {
            throw unavailable(other.path, e);
        }
        delete(old);
    }

    void delete() {
        delete(path);
    }

    private static void delete(Path tree) {
        if (Files.notExists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw unavailable(tree, e);
        }
    }

    private static TasteprintException unavailable(Path path, IOException cause) {
        return new TasteprintException(
                Kind.UNAVAILABLE, "cannot replace %s (%s): check its permissions".formatted(path, cause.getMessage()), cause);
    }

    /**
     * What an extracted feature was made by; another recipe makes other numbers.
     *
     * @param extractor what computes it
     * @param version   raised whenever the same input gives another result
     * @param weights   SHA-256 of the network's weights, or empty without a network
     */
    record Recipe(String extractor, int version, String weights) {
        Recipe {
            requireNonNull(extractor, "extractor is null");
            requireNonNull(weights, "weights is null");
        }
    }
}
