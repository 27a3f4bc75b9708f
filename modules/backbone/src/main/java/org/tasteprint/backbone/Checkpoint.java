package org.tasteprint.backbone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.format.SafeTensors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that training goes on from after an epoch, in a safetensors file.
 *
 * @param weights of the network
 * @param best    weights of the best epoch so far
 * @param moments of the optimiser
 * @param curve   the epochs so far
 */
record Checkpoint(Map<String, Tensor> weights, Map<String, Tensor> best, Map<String, Tensor> moments, List<Epoch> curve) {
    private static final String WEIGHTS = "weights/";
    private static final String BEST = "best/";
    private static final String MOMENTS = "moments/";
    private static final String RECIPE = "recipe";
    private static final String CURVE = "curve";

    /** @param recipe what settings and data the training has */
    void write(Path file, String recipe) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        weights.forEach((name, tensor) -> tensors.put(WEIGHTS + name, tensor));
        best.forEach((name, tensor) -> tensors.put(BEST + name, tensor));
        moments.forEach((name, tensor) -> tensors.put(MOMENTS + name, tensor));
        Map<String, String> metadata = Map.of(RECIPE, recipe, CURVE, JsonMapper.shared().writeValueAsString(curve));
        SafeTensors.write(file, new SafeTensors.Content(tensors, metadata));
    }

    /** Reads a file; empty when there is none, or none of a training with this recipe. */
    static Optional<Checkpoint> read(Path file, String recipe) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            SafeTensors.Content content = SafeTensors.read(file);
            if (!recipe.equals(content.metadata().get(RECIPE))) {
                return Optional.empty();
            }
            Epoch[] curve = JsonMapper.shared().readValue(content.metadata().get(CURVE), Epoch[].class);
            return Optional.of(new Checkpoint(
                    under(WEIGHTS, content.tensors()),
                    under(BEST, content.tensors()),
                    under(MOMENTS, content.tensors()),
                    List.of(curve)));
        } catch (JacksonException | TasteprintException e) {
            return Optional.empty(); // a damaged one is worth no more than none
        }
    }

    private static Map<String, Tensor> under(String prefix, Map<String, Tensor> tensors) {
        Map<String, Tensor> found = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), tensor);
            }
        });
        return found;
    }
}
