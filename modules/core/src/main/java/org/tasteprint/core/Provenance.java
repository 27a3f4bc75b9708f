package org.tasteprint.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * How a model came to be: enough to make it again.
 *
 * @param made       when
 * @param split      the split it was trained on, or how the training tracks were chosen
 * @param seed       seed of everything random
 * @param dataHash   SHA-256, in hexadecimal, of what it was trained on
 * @param parameters every setting, by name
 * @param software   version of the program
 */
public record Provenance(
        Instant made, String split, long seed, String dataHash, Map<String, String> parameters, String software) {
    public Provenance {
        requireNonNull(made, "made is null");
        requireNonNull(split, "split is null");
        requireNonNull(dataHash, "dataHash is null");
        requireNonNull(software, "software is null");
        parameters = Map.copyOf(parameters);
    }

    /** Of a model that is being made now, by this program. */
    public static Provenance now(String split, long seed, String dataHash, Map<String, String> parameters) {
        return new Provenance(
                Instant.now().truncatedTo(ChronoUnit.SECONDS), split, seed, dataHash, parameters, "tasteprint " + Software.version());
    }
}
