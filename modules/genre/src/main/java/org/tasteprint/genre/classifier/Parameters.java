package org.tasteprint.genre.classifier;

import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/** Looks at parameters of classifiers as people give them. */
final class Parameters {
    private Parameters() {}

    static void requireEpochs(int epochs, int patience) {
        if (epochs < 1 || patience < 1) {
            throw invalid("epochs and patience must be positive; epochs=%d, patience=%d".formatted(epochs, patience));
        }
    }

    static void requirePositive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw invalid("%s must be a positive number; %s=%s".formatted(name, name, value));
        }
    }

    static TasteprintException invalid(String message) {
        return new TasteprintException(Kind.INVALID_INPUT, message);
    }
}
