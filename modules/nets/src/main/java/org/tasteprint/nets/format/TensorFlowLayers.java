package org.tasteprint.nets.format;

import static java.util.Objects.requireNonNull;

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
 * Finds layers in a checkpoint by the names that TensorFlow 1 gives: {@code conv2d}, {@code conv2d_1}… in the order in which they were
 * built. Here the order counts, not the number, and a scope before the names is allowed: both change when a network is not the
 * first one of its process. What else is there, an optimiser's state for example, is left alone.
 */
public final class TensorFlowLayers {
    private final Path file;
    private final Collection<String> variables;

    /**
     * @param file      what errors call the checkpoint
     * @param variables names of all of its variables
     */
    public TensorFlowLayers(Path file, Collection<String> variables) {
        this.file = requireNonNull(file, "file is null");
        this.variables = List.copyOf(variables);
    }

    /**
     * The layers of a kind, in the order in which they were built: all but the last part of their variables' names.
     *
     * @param kind     name of the first, without a scope; layers of a kind have a {@code kernel} or a {@code gamma}
     * @param expected how many there should be
     * @throws TasteprintException {@code INVALID_INPUT} when there are more or fewer
     */
    public List<String> of(String kind, int expected) {
        Pattern weight = Pattern.compile("((?:.*/)?%s(?:_(\\d{1,9}))?)/(?:kernel|gamma)".formatted(Pattern.quote(kind)));
        Map<Integer, String> byNumber = new TreeMap<>();
        int found = 0;
        for (String variable : variables) {
            Matcher matcher = weight.matcher(variable);
            if (matcher.matches()) {
                found++;
                byNumber.put(matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2)), matcher.group(1));
            }
        }
        if (found != expected || byNumber.size() != expected) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT,
                    "%s holds another network's weights: there are %d layers %s, where there should be %d"
                            .formatted(file, found, kind, expected));
        }
        return List.copyOf(byNumber.values());
    }
}
