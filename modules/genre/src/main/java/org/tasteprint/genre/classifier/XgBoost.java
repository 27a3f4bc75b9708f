package org.tasteprint.genre.classifier;

import java.util.List;
import java.util.Map;

/**
 * Boosted trees (Chen and Guestrin, "XGBoost: a scalable tree boosting system", 2016) with a softmax over labels.
 *
 * @param rounds trees of each label
 * @param depth  of a tree, at most
 * @param eta    how much of a tree's correction is taken, above 0 to 1
 */
public record XgBoost(int rounds, int depth, double eta) implements ClassifierSettings.OfRows {
    /** The library's defaults, with which Chourdakis (2020) trained. */
    public static final XgBoost DEFAULT = new XgBoost(100, 6, 0.3);

    public XgBoost {
        if (rounds < 1 || depth < 1) {
            throw Parameters.invalid("rounds and depth must be positive; rounds=%d, depth=%d".formatted(rounds, depth));
        }
        if (!(eta > 0 && eta <= 1)) {
            throw Parameters.invalid("eta must be above 0 and at most 1; eta=" + eta);
        }
    }

    @Override
    public List<ClassifierSettings.OfRows> grid() {
        return List.of(
                this,
                new XgBoost(100, 3, 0.3),
                new XgBoost(300, 3, 0.1),
                new XgBoost(100, 6, 0.1),
                new XgBoost(300, 6, 0.1));
    }

    @Override
    public Map<String, String> asText() {
        return Map.of(
                "classifier", "xgboost",
                "rounds", Integer.toString(rounds),
                "depth", Integer.toString(depth),
                "eta", Double.toString(eta));
    }
}
