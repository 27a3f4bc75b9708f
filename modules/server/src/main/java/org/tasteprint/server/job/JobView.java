package org.tasteprint.server.job;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.tasteprint.catalog.Job;

/** A job as {@code openapi.yaml} describes it. */
record JobView(
        long jobId,
        String kind,
        Map<String, String> parameters,
        String state,
        boolean cancelling,
        int attempts,
        Step progress,
        @JsonRawValue String result,
        String error,
        Instant created,
        Optional<Instant> started,
        Optional<Instant> finished) {
    record Step(String stage, String unit, long steps, long total, String detail) {}

    static JobView of(Job job) {
        Job.Step step = job.progress();
        return new JobView(
                job.id(),
                job.kind(),
                job.parameters(),
                job.state().toString(),
                job.cancelling(),
                job.attempts(),
                new Step(step.stage(), step.unit(), step.steps(), step.total(), step.detail()),
                job.result().orElse("null"),
                job.error(),
                job.created(),
                job.started(),
                job.finished());
    }
}
