package org.tasteprint.taste;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.tasteprint.taste.table.SortedIds;
import org.tasteprint.taste.table.VectorTable;

/**
 * Listeners' vectors by their ids. The vectors are in native memory, 4 bytes a dimension.
 *
 * @param ids     in order
 * @param vectors a row for each
 */
record UserVectors(SortedIds ids, VectorTable vectors) {
    UserVectors {
        if (ids.size() != vectors.rows()) {
            throw new IllegalArgumentException("%d vectors for %d listeners".formatted(vectors.rows(), ids.size()));
        }
    }

    /**
     * Takes vectors over.
     *
     * @param ids    in order, each once
     * @param vector gives that of each, of {@code dimensions} numbers
     */
    static UserVectors of(Collection<String> ids, int dimensions, IntFunction<float[]> vector) {
        return new UserVectors(SortedIds.of(ids), VectorTable.of(ids.size(), dimensions, vector));
    }

    /** A copy of a listener's vector; empty for one who is not known. */
    Optional<float[]> find(String id) {
        int number = ids.indexOf(id);
        return number < 0 ? Optional.empty() : Optional.of(vectors.row(number));
    }

    Set<String> users() {
        return ids;
    }

    List<String> inOrder() {
        return ids.asList();
    }
}
