package org.tasteprint.cli.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.tasteprint.cli.terminal.Json;
import org.tasteprint.core.AtomicFile;

/**
 * An evaluation as the home keeps it, in {@code evaluations/NAME.json}: for the web client, and to be compared with later ones.
 *
 * @param kind     what was judged, for example {@code genre}
 * @param time     when it ended
 * @param settings how the models were made, by name
 * @param report   what {@code evaluate --json} prints
 */
record EvaluationFile(String kind, Instant time, Map<String, String> settings, Object report) {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /** Writes it under a name of its own, its kind and time; a number tells those of one second apart. */
    Path write(Path folder) {
        String name = "%s-%s".formatted(kind, NAME.format(time));
        Path file = folder.resolve(name + ".json");
        for (int another = 2; Files.exists(file); another++) {
            file = folder.resolve("%s-%d.json".formatted(name, another));
        }
        byte[] json = Json.write(this).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(json));
        return file;
    }
}
