package org.tasteprint.papers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tasteprint.features.Hop;

/** What a paper will need: gathered by going through its variants without trying them. */
final class Plan {
    private final List<Need> needs = new ArrayList<>();
    private long steps;

    /** Features of one variant. */
    record Need(Set<String> features, Hop hop) {
        Need {
            features = Set.copyOf(features);
        }
    }

    void add(Need need, long stepsOfIt) {
        needs.add(need);
        steps += stepsOfIt;
    }

    /** How much work there is, in trainings of the quick kind. */
    long steps() {
        return steps;
    }

    Set<Need> needs() {
        return new LinkedHashSet<>(needs);
    }

    /** Everything of one hop together, so that a file is decoded once. */
    Map<Hop, Set<String>> together() {
        Map<Hop, Set<String>> together = new TreeMap<>();
        needs.forEach(need -> together.computeIfAbsent(need.hop(), hop -> new TreeSet<>()).addAll(need.features()));
        return together;
    }
}
