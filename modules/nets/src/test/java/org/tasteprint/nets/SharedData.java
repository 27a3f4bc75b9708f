package org.tasteprint.nets;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The folder of experiment data beside the project, which not every machine has. */
public final class SharedData {
    private SharedData() {}

    /** A file or folder of it; the test is skipped where there is none. */
    public static Path path(String name) {
        Path root = Path.of(System.getProperty("tasteprint.root")).toAbsolutePath();
        Path path = root.resolveSibling("shared/data").resolve(name);
        Assumptions.assumeTrue(Files.exists(path), () -> "skipped: there is no " + path);
        return path;
    }
}
