package org.tasteprint.features;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.tasteprint.core.Progress;
import org.tasteprint.core.Track;
import org.tasteprint.nets.registry.ModelRegistry;

/** What the tests of this module hear and where it comes from. */
final class TestData {
    private static final Path ROOT = Path.of(System.getProperty("tasteprint.root"));

    private TestData() {}

    /** A folder beside the project; the test is skipped where it is absent. */
    static Path shared(String path) {
        Path shared = ROOT.resolveSibling("shared/data").resolve(path);
        assumeTrue(Files.isDirectory(shared), () -> shared + " is absent");
        return shared;
    }

    /** The project's registry of models in {@code folder}, without weights. */
    static ModelRegistry registry(Path folder) throws IOException {
        Files.copy(ROOT.resolve("models/registry.json"), folder.resolve("registry.json"));
        return ModelRegistry.open(folder);
    }

    /** The same with the weights of every published network. */
    static ModelRegistry registryWithWeights(Path folder) throws IOException {
        Path weights = shared("weights");
        ModelRegistry registry = registry(folder);
        registry.pull(List.of(), Optional.of(weights.toString()), Progress.SILENT);
        return registry;
    }

    /** Writes a 16-bit mono WAV of a tone that wavers, so that no two frames are the same. */
    static Path tone(Path file, double seconds, double amplitude) throws IOException {
        int rate = 16_000;
        int samples = (int) Math.round(seconds * rate);
        float[] sound = new float[samples];
        for (int i = 0; i < samples; i++) {
            double wavering = 0.6 + 0.4 * Math.sin(2 * Math.PI * i / rate);
            sound[i] = (float) (amplitude * wavering * Math.sin(2 * Math.PI * 440 * i / rate));
        }
        return wav(file, rate, sound);
    }

    /** Writes a 16-bit mono WAV. */
    static Path wav(Path file, int sampleRateHz, float[] samples) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float sample : samples) {
            bytes.putShort((short) Math.clamp(Math.round(32_768 * sample), Short.MIN_VALUE, Short.MAX_VALUE));
        }
        AudioFormat format = new AudioFormat(sampleRateHz, 16, 1, true, false);
        try (var sound = new AudioInputStream(new ByteArrayInputStream(bytes.array()), format, samples.length)) {
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file.toFile());
        }
        return file;
    }

    /** Writes a mono WAV of 32-bit floating-point samples at 16 kHz, loud and soft by turns. */
    static void floatWav(Path file, int samples, float amplitude) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4 * samples).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < samples; i++) {
            bytes.putFloat(i % 50 < 25 ? amplitude : -amplitude / 2);
        }
        AudioFormat format =
                new AudioFormat(AudioFormat.Encoding.PCM_FLOAT, 16_000, 32, 1, 4, 16_000, false);
        try (var sound = new AudioInputStream(new ByteArrayInputStream(bytes.array()), format, samples)) {
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file.toFile());
        }
    }

    static Track track(String id, Path audio) {
        return track(id, audio.toString());
    }

    static Track track(String id, String path) {
        return new Track(id, path, "", "", "", 0, "", "");
    }
}
