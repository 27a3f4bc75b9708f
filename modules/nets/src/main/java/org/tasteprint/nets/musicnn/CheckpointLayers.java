package org.tasteprint.nets.musicnn;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/**
 * Finds musicnn's layers in a checkpoint of {@code jordipons/musicnn}. Its {@code models.py} names none of them, so that TensorFlow 1
 * did: {@code conv2d}, {@code conv2d_1}… in the order in which they were built, and likewise {@code batch_normalization} and
 * {@code dense}. Here the order counts, not the number, and a scope before the names is allowed: both change when the network is not
 * the first one of its process. What else is there, an optimiser's state for example, is left alone.
 */
final class CheckpointLayers {
    private static final Pattern WEIGHT =
            Pattern.compile("((?:.*/)?(conv2d|batch_normalization|dense)(?:_(\\d{1,9}))?)/(?:kernel|gamma)");

    private CheckpointLayers() {}

    /**
     * @param file      what errors call the checkpoint
     * @param variables names of all of its variables
     * @throws TasteprintException {@code INVALID_INPUT} when there are not as many layers as musicnn has
     */
    static PublishedMusicnn.Names of(Path file, Collection<String> variables) {
        return new PublishedMusicnn.Names(
                layers(file, variables, "conv2d", PublishedMusicnn.Names.CONVOLUTIONS),
                layers(file, variables, "batch_normalization", PublishedMusicnn.Names.NORMALISATIONS),
                layers(file, variables, "dense", PublishedMusicnn.Names.DENSE));
    }

    private static List<String> layers(Path file, Collection<String> variables, String kind, int expected) {
        Map<Integer, String> byNumber = new TreeMap<>();
        int found = 0;
        for (String variable : variables) {
            Matcher weight = WEIGHT.matcher(variable);
            if (weight.matches() && weight.group(2).equals(kind)) {
                found++;
                byNumber.put(weight.group(3) == null ? 0 : Integer.parseInt(weight.group(3)), weight.group(1));
            }
        }
        if (found != expected || byNumber.size() != expected) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT,
                    "%s holds another network's weights: there are %d layers %s, where musicnn has %d"
                            .formatted(file, found, kind, expected));
        }
        return List.copyOf(byNumber.values());
    }
}
