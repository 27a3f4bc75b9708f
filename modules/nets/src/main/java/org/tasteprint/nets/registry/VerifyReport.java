package org.tasteprint.nets.registry;

import java.util.List;

/**
 * The state of the cache.
 *
 * @param sound   names of the models whose files are what the registry says
 * @param missing names of the models that are not there
 * @param damaged the files that are something else
 */
public record VerifyReport(List<String> sound, List<String> missing, List<Damage> damaged) {
    public VerifyReport {
        sound = List.copyOf(sound);
        missing = List.copyOf(missing);
        damaged = List.copyOf(damaged);
    }

    /**
     * A file that is not what the registry says.
     *
     * @param model  name of the model
     * @param reason which file, the hash expected and the hash found
     */
    public record Damage(String model, String reason) {}
}
