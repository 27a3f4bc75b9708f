package org.tasteprint.genre.classifier;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * How a classifier is fitted, whichever it is.
 *
 * @param balanced    whether rows of rare labels count more, so that all labels count alike
 * @param grid        whether its parameters are searched for: those most often right on folds of the training rows, grouped by artist
 * @param calibration how its probabilities are made to mean what they say
 */
public record Fitting(boolean balanced, boolean grid, Calibration calibration) {
    /** Every row counts alike, parameters as they are given. */
    public static final Fitting DEFAULT = new Fitting(false, false, Calibration.PLATT);

    public Fitting {
        requireNonNull(calibration, "calibration is null");
    }

    /** Every parameter by name, as a model's provenance keeps it. */
    public Map<String, String> asText() {
        return Map.of(
                "class_weights", balanced ? "balanced" : "none",
                "grid", Boolean.toString(grid),
                "calibration", calibration.label());
    }
}
