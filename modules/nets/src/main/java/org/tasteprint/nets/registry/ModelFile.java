package org.tasteprint.nets.registry;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file of a pretrained model.
 *
 * @param file   its name in the cache
 * @param url    where it is downloaded from; empty where it comes with the program
 * @param sha256 its hash, 64 hexadecimal digits in lower case; empty where none was published
 */
public record ModelFile(String file, Optional<URI> url, Optional<String> sha256) {
    public ModelFile {
        requireNonNull(file, "file is null");
        url = url == null ? Optional.empty() : url; // a missing field of the JSON
        sha256 = sha256 == null ? Optional.empty() : sha256;
        if (sha256.isPresent() && !sha256.get().matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "sha256 must be 64 hexadecimal digits in lower case; sha256=" + sha256.get());
        }
        if (!file.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("file must be a plain file name; file=" + file);
        }
    }

    /** Where it may lie in a folder: under its own name, under its publisher's, or in a folder that its publisher named. */
    List<Path> places(Path folder) {
        Path own = folder.resolve(file);
        if (url.isEmpty()) {
            return List.of(own);
        }
        Path published = Path.of(url.get().getPath());
        return List.of(
                own,
                folder.resolve(published.getFileName().toString()),
                folder.resolve(published.subpath(Math.max(0, published.getNameCount() - 2), published.getNameCount()).toString()));
    }
}
