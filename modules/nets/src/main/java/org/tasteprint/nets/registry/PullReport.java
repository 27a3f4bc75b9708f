package org.tasteprint.nets.registry;

import java.util.List;

/**
 * What {@link ModelRegistry#pull} did.
 *
 * @param pulled  names of the models that were fetched
 * @param present names of the models that were there already
 */
public record PullReport(List<String> pulled, List<String> present) {
    public PullReport {
        pulled = List.copyOf(pulled);
        present = List.copyOf(present);
    }
}
