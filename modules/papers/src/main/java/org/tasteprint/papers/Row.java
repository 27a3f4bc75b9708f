package org.tasteprint.papers;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.tasteprint.genre.evaluation.GenreReport;

/**
 * One system of a table.
 *
 * @param system    what it is
 * @param published what the paper says of it
 * @param ours      what came out here; absent where the folder does not allow it
 * @param note      why it is absent, or what is different from the paper; may be empty
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Row(String system, Published published, Optional<GenreReport> ours, String note) {
    /** Accuracy with each way of deciding from segments to songs, in words. */
    static String decisions(GenreReport report) {
        return String.join(", ", report.decisions().stream()
                .map(decided -> "%s %.3f".formatted(decided.decision(), decided.accuracy()))
                .toList());
    }

    Row noting(String other) {
        return new Row(system, published, ours, note.isEmpty() ? other : note + "; " + other);
    }
}
