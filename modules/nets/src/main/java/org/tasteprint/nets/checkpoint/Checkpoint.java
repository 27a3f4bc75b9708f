package org.tasteprint.nets.checkpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.Training;
import org.tasteprint.nets.format.SafeTensors;

/**
 * Everything that a {@link Training} goes on from after an epoch, in a safetensors file that is written all or nothing: a training
 * that was killed loses one epoch at most.
 *
 * @param weights of the network
 * @param moments of the optimiser
 * @param kept    what the trainer put aside, by names of its own: the weights of the best epoch, say
 * @param told    what there is to say of the epochs so far, in the trainer's own words
 */
public record Checkpoint(
        Map<String, Tensor> weights, Map<String, Tensor> moments, Map<String, Tensor> kept, String told) {
    private static final String WEIGHTS = "weights/";
    private static final String MOMENTS = "moments/";
    private static final String KEPT = "kept/";
    private static final String RECIPE = "recipe";
    private static final String TOLD = "told";

    /** @param recipe which settings and data the training has */
    public void write(Path file, String recipe) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        weights.forEach((name, tensor) -> tensors.put(WEIGHTS + name, tensor));
        moments.forEach((name, tensor) -> tensors.put(MOMENTS + name, tensor));
        kept.forEach((name, tensor) -> tensors.put(KEPT + name, tensor));
        SafeTensors.write(file, new SafeTensors.Content(tensors, Map.of(RECIPE, recipe, TOLD, told)));
    }

    /** Reads a file; empty when there is none, or none of a training with this recipe. */
    public static Optional<Checkpoint> read(Path file, String recipe) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            SafeTensors.Content content = SafeTensors.read(file);
            if (!recipe.equals(content.metadata().get(RECIPE)) || !content.metadata().containsKey(TOLD)) {
                return Optional.empty();
            }
            return Optional.of(new Checkpoint(
                    under(WEIGHTS, content.tensors()),
                    under(MOMENTS, content.tensors()),
                    under(KEPT, content.tensors()),
                    content.metadata().get(TOLD)));
        } catch (TasteprintException e) {
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
