package org.tasteprint.genre.classifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * One support vector machine with an RBF kernel for each pair of labels; every pair votes.
 *
 * @param c     penalty of a training row on the wrong side of the margin
 * @param gamma of the kernel {@code exp(-gamma |x - y|²)}; empty: 1 / (columns × variance of all training values), which
 *     scikit-learn calls {@code scale}
 */
public record Svm(double c, OptionalDouble gamma) implements ClassifierSettings.OfRows {
    /** The usual penalty, and the gamma that follows the data's spread. */
    public static final Svm DEFAULT = new Svm(1, OptionalDouble.empty());

    private static final double[] CS = {1, 0.3, 3, 10};

    /** Around what {@code scale} gives of 50 to 128 standardised columns, which it tries first. */
    private static final double[] GAMMAS = {0.003, 0.01, 0.03};

    public Svm {
        Parameters.requirePositive("c", c);
        gamma.ifPresent(value -> Parameters.requirePositive("gamma", value));
    }

    @Override
    public List<ClassifierSettings.OfRows> grid() {
        List<ClassifierSettings.OfRows> grid = new ArrayList<>();
        for (double penalty : CS) {
            grid.add(new Svm(penalty, OptionalDouble.empty()));
            for (double width : GAMMAS) {
                grid.add(new Svm(penalty, OptionalDouble.of(width)));
            }
        }
        return grid;
    }

    @Override
    public Map<String, String> asText() {
        return Map.of(
                "classifier", "svm",
                "c", Double.toString(c),
                "gamma", gamma.isPresent() ? Double.toString(gamma.getAsDouble()) : "scale");
    }
}
