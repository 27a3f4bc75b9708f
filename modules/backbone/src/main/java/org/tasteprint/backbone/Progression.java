package org.tasteprint.backbone;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tasteprint.nets.checkpoint.Checkpoint;
import org.tasteprint.nets.Tensor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far a training has come.
 *
 * @param weights of the network
 * @param best    weights of the best epoch so far
 * @param moments of the optimiser
 * @param curve   the epochs so far
 */
record Progression(Map<String, Tensor> weights, Map<String, Tensor> best, Map<String, Tensor> moments, List<Epoch> curve) {
    void write(Path file, String recipe) {
        new Checkpoint(weights, moments, best, JsonMapper.shared().writeValueAsString(curve)).write(file, recipe);
    }

    /** Reads a file; empty when there is none, or none of a training with this recipe. */
    static Optional<Progression> read(Path file, String recipe) {
        return Checkpoint.read(file, recipe).flatMap(checkpoint -> {
            try {
                Epoch[] curve = JsonMapper.shared().readValue(checkpoint.told(), Epoch[].class);
                return Optional.of(
                        new Progression(checkpoint.weights(), checkpoint.kept(), checkpoint.moments(), List.of(curve)));
            } catch (JacksonException e) {
                return Optional.empty(); // a damaged one is worth no more than none
            }
        });
    }
}
