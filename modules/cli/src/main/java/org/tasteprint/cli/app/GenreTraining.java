package org.tasteprint.cli.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tasteprint.genre.classifier.LearningCurve;

/**
 * What training a genre classifier gave.
 *
 * @param model   its file
 * @param labels  the genres it tells apart
 * @param seconds wall-clock time
 * @param curve   how a fine-tuned network learned
 * @param picture the curve drawn
 */
public record GenreTraining(
        Path model,
        List<String> labels,
        double seconds,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<LearningCurve> curve,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Path> picture) {}
