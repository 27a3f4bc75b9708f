package org.tasteprint.taste.tower;

import java.nio.file.Path;
import java.util.Optional;
import org.tasteprint.nets.checkpoint.Checkpoint;

/**
 * Where a tower's training is kept after each epoch.
 *
 * @param path   the file
 * @param recipe the settings and data; a file of another recipe counts for nothing
 */
public record CheckpointFile(Path path, String recipe) {
    Optional<Checkpoint> read() {
        return Checkpoint.read(path, recipe);
    }

    void write(Checkpoint checkpoint) {
        checkpoint.write(path, recipe);
    }
}
