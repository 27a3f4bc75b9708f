package org.tasteprint.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ids of points that were added, replaced or removed in the active version while another one is built: before that becomes
 * active, they are changed there too. Used under the update lock alone.
 */
record Changes(Path file) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Begins to keep a record; one that a crashed build left is forgotten. */
    void begin() throws IOException {
        Files.write(file, new byte[0]);
    }

    /** Notes ids, if a build is under way. */
    void note(Collection<String> ids) throws IOException {
        if (Files.exists(file)) {
            Files.write(file, ids.stream().map(JSON::writeValueAsString).toList(), StandardOpenOption.APPEND);
        }
    }

    /** The ids that were noted. */
    Set<String> noted() throws IOException {
        Set<String> ids = new LinkedHashSet<>();
        for (String line : Files.readAllLines(file)) {
            ids.add(JSON.readValue(line, String.class));
        }
        return ids;
    }

    /** Ends the record. */
    void end() throws IOException {
        Files.deleteIfExists(file);
    }
}
