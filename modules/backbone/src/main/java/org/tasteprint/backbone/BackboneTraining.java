package org.tasteprint.backbone;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a training gave.
 *
 * @param file      the network
 * @param bytes     length of the file
 * @param sha256    of the file, for {@code models/registry.json}
 * @param tags      in the order of the outputs
 * @param epochs    the learning curve
 * @param bestEpoch the one whose weights are in the file
 * @param figures   how well the file's network does on held-out songs
 * @param seconds   that the training took this time
 */
public record BackboneTraining(
        Path file, long bytes, String sha256, List<String> tags, List<Epoch> epochs, int bestEpoch, Figures figures, double seconds) {
    /**
     * Areas under the ROC curve.
     *
     * @param songs   held out
     * @param patches of them
     * @param macro   mean over all tags
     * @param groups  mean over the tags of each kind
     * @param tags    of each tag
     */
    public record Figures(int songs, int patches, double macro, Map<String, Double> groups, Map<String, Double> tags) {}
}
