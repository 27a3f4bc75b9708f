package org.tasteprint.audio;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The data for experiments beside the project; a test that needs it is skipped where it is absent. */
final class SharedData {
    private SharedData() {}

    static Path folder(String name) {
        Path folder = Path.of(System.getProperty("tasteprint.root")).resolveSibling("shared/data").resolve(name);
        assumeTrue(Files.isDirectory(folder), () -> "skipped: there is no " + folder);
        return folder;
    }
}
