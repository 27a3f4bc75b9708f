package org.tasteprint.audio;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** The data for experiments beside the project; a test that needs it is skipped where it is absent. */
public final class SharedData {
    private SharedData() {}

    public static Path folder(String name) {
        Path folder = Path.of(System.getProperty("tasteprint.root")).resolveSibling("shared/data").resolve(name);
        assumeTrue(Files.isDirectory(folder), () -> "skipped: there is no " + folder);
        return folder;
    }

    /** Reads an array of little-endian float32 in C order, the one layout that the reference files have. */
    public static float[] npy(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(10 + bytes.getShort(8));
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }
}
