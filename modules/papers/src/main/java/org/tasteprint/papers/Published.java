package org.tasteprint.papers;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.OptionalDouble;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What a paper's table says of a system; what it does not say is absent.
 *
 * @param accuracy        share of songs whose genre is found
 * @param rocAuc          area under the ROC curve
 * @param prAuc           area under the precision-recall curve
 * @param trainingSeconds wall-clock
 * @param judgingSeconds  wall-clock, of all test songs
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Published(
        OptionalDouble accuracy,
        OptionalDouble rocAuc,
        OptionalDouble prAuc,
        OptionalDouble trainingSeconds,
        OptionalDouble judgingSeconds) {
    /** The paper has no such system. */
    static final Published NOTHING = new Published(
            OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    static Published accuracy(double accuracy) {
        return new Published(
                OptionalDouble.of(accuracy), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    static Published areas(double rocAuc, double prAuc) {
        return new Published(
                OptionalDouble.empty(), OptionalDouble.of(rocAuc), OptionalDouble.of(prAuc), OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    Published withAccuracy(double share) {
        return new Published(OptionalDouble.of(share), rocAuc, prAuc, trainingSeconds, judgingSeconds);
    }

    Published took(double training, double judging) {
        return new Published(accuracy, rocAuc, prAuc, OptionalDouble.of(training), OptionalDouble.of(judging));
    }

    Published withAreas(double roc, double pr) {
        return new Published(accuracy, OptionalDouble.of(roc), OptionalDouble.of(pr), trainingSeconds, judgingSeconds);
    }
}
