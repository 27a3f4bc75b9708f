package org.tasteprint.genre;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/** The classifiers that decide about a segment. */
public enum ClassifierKind {
    /** One support vector machine with an RBF kernel for each pair of labels; every pair votes. */
    SVM;

    /**
     * The classifier of this name, as the command line spells it.
     *
     * @throws TasteprintException {@code INVALID_INPUT} for a name that is none of them
     */
    public static ClassifierKind parse(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.toString().equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new TasteprintException(
                        Kind.INVALID_INPUT,
                        "there is no classifier '%s': choose %s"
                                .formatted(
                                        name,
                                        Arrays.stream(values())
                                                .map(ClassifierKind::toString)
                                                .collect(Collectors.joining(" or ")))));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
