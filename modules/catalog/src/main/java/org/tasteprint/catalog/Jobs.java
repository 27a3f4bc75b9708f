package org.tasteprint.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The jobs of a catalogue, as a queue in PostgreSQL. Several servers may work on it: one job runs at a time, and a job whose server
 * is not heard of for {@link #PATIENCE} is begun again by whoever claims it.
 */
public final class Jobs {
    /** A running job without a beat for this long has lost its server. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String COLUMNS =
            """
            id, kind, parameters, state, cancelling, attempts, stage, unit, steps, total, detail, result, error,
            created, started, finished""";

    /** The oldest job that waits, or was left running, unless another is being run. */
    private static final String CLAIM =
            """
            UPDATE jobs SET state = 'running', runner = :runner, beat = now(), started = now(), attempts = attempts + 1,
                   stage = '', unit = '', steps = 0, total = 0, detail = ''
            WHERE id = (
                SELECT id FROM jobs
                WHERE state = 'queued' OR (state = 'running' AND beat < now() - make_interval(secs => :patience))
                ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
              AND NOT EXISTS (SELECT FROM jobs WHERE state = 'running' AND beat >= now() - make_interval(secs => :patience))
            """;

    /** Nobody will see the wish where nobody runs the job. */
    private static final String CANCEL =
            """
            UPDATE jobs SET cancelling = true,
                   state = CASE WHEN nobody THEN 'cancelled' ELSE state END,
                   finished = CASE WHEN nobody THEN now() END
            FROM (SELECT id AS mine, state = 'queued' OR beat < now() - make_interval(secs => :patience) AS nobody
                  FROM jobs WHERE id = :id) AS looked
            WHERE id = mine
            """;

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final Catalog catalog;

    Jobs(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Puts a job at the end of the queue. */
    public Job add(String kind, Map<String, String> parameters) {
        return catalog.transaction(handle -> handle
                .createQuery("INSERT INTO jobs (kind, parameters) VALUES (:kind, :parameters::jsonb) RETURNING " + COLUMNS)
                .bind("kind", kind)
                .bind("parameters", JSON.writeValueAsString(parameters))
                .map(Jobs::job)
                .one());
    }

    /** The job of that id. */
    public Optional<Job> find(long id) {
        return catalog.transaction(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM jobs WHERE id = :id")
                .bind("id", id)
                .map(Jobs::job)
                .findOne());
    }

    /**
     * Jobs, newest first.
     *
     * @param before only those with a smaller id; {@link Long#MAX_VALUE} for the newest
     * @param limit  how many at most
     */
    public List<Job> list(long before, int limit) {
        return catalog.transaction(handle -> handle
                .createQuery("SELECT " + COLUMNS + " FROM jobs WHERE id < :before ORDER BY id DESC LIMIT :limit")
                .bind("before", before)
                .bind("limit", limit)
                .map(Jobs::job)
                .list());
    }

    /** How many jobs are in each state that is not over. */
    public Map<Job.State, Long> open() {
        return catalog.transaction(handle -> handle
                .createQuery("SELECT state, count(*) FROM jobs WHERE state IN ('queued', 'running') GROUP BY state")
                .<Map<Job.State, Long>>reduceRows(new EnumMap<>(Job.State.class), (counts, row) -> {
                    counts.put(state(row.getColumn(1, String.class)), row.getColumn(2, Long.class));
                    return counts;
                }));
    }

    /**
     * Ends a job: at once when it waits, or when its server is gone; when it next reports progress if it runs.
     *
     * @throws TasteprintException {@code NOT_FOUND} when there is no such job, {@code CONFLICT} when it is over
     */
    public Job cancel(long id) {
        return catalog.transaction(handle -> {
            // The row is held from the look to the change, so that a job that ends meanwhile is told as it ended.
            Job job = handle.createQuery("SELECT " + COLUMNS + " FROM jobs WHERE id = :id FOR UPDATE")
                    .bind("id", id)
                    .map(Jobs::job)
                    .findOne()
                    .orElseThrow(() -> new TasteprintException(Kind.NOT_FOUND, "there is no job %d".formatted(id)));
            if (job.state().isOver()) {
                throw new TasteprintException(
                        Kind.CONFLICT, "job %d is over (%s): it cannot be cancelled".formatted(id, job.state()));
            }
            return handle.createQuery(CANCEL + "RETURNING " + COLUMNS)
                    .bind("id", id)
                    .bind("patience", PATIENCE.toSeconds())
                    .map(Jobs::job)
                    .one();
        });
    }

    /** Takes the next job to run, if there is one and none is being run. */
    public Optional<Job> claim(String runner) {
        return catalog.transaction(handle -> handle.createQuery(CLAIM + "RETURNING " + COLUMNS)
                .bind("runner", runner)
                .bind("patience", PATIENCE.toSeconds())
                .map(Jobs::job)
                .findOne());
    }

    /** Says that a job is still being run, and how it is going; returns whether it should go on. */
    public boolean beat(long id, String runner, Job.Step step) {
        return catalog.transaction(handle -> handle
                .createQuery("""
                        UPDATE jobs SET beat = now(), stage = :stage, unit = :unit, steps = :steps, total = :total, detail = :detail
                        WHERE id = :id AND runner = :runner AND state = 'running' RETURNING NOT cancelling""")
                .bind("id", id)
                .bind("runner", runner)
                .bind("stage", step.stage())
                .bind("unit", step.unit())
                .bind("steps", step.steps())
                .bind("total", step.total())
                .bind("detail", step.detail())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
    }

    /** The job has come to its end, even where somebody wanted to cancel it a moment before. */
    public void done(long id, String runner, String result) {
        end(id, runner, "done", result, "");
    }

    /** The job has failed. */
    public void failed(long id, String runner, String error) {
        end(id, runner, "failed", null, error);
    }

    /** The job ended because somebody wanted it to. */
    public void cancelled(long id, String runner) {
        end(id, runner, "cancelled", null, "");
    }

    /** The runner ends before the job: whoever comes next begins it again, unless it was to be cancelled. */
    public void handBack(long id, String runner) {
        catalog.transaction(handle -> handle
                .createUpdate("""
                        UPDATE jobs SET state = CASE WHEN cancelling THEN 'cancelled' ELSE 'queued' END,
                               finished = CASE WHEN cancelling THEN now() END
                        WHERE id = :id AND runner = :runner AND state = 'running'""")
                .bind("id", id)
                .bind("runner", runner)
                .execute());
    }

    private void end(long id, String runner, String state, String result, String error) {
        catalog.transaction(handle -> handle
                .createUpdate("""
                        UPDATE jobs SET state = :state, result = :result::jsonb, error = :error, finished = now(),
                               cancelling = cancelling AND :state = 'cancelled'
                        WHERE id = :id AND runner = :runner AND state = 'running'""")
                .bind("id", id)
                .bind("runner", runner)
                .bind("state", state)
                .bind("result", result)
                .bind("error", error)
                .execute());
    }

    private static Job job(ResultSet row, StatementContext context) throws SQLException {
        return new Job(
                row.getLong(1),
                row.getString(2),
                JSON.readValue(row.getString(3), TEXTS),
                state(row.getString(4)),
                row.getBoolean(5),
                row.getInt(6),
                new Job.Step(row.getString(7), row.getString(8), row.getLong(9), row.getLong(10), row.getString(11)),
                Optional.ofNullable(row.getString(12)),
                row.getString(13),
                row.getTimestamp(14).toInstant(),
                time(row.getTimestamp(15)),
                time(row.getTimestamp(16)));
    }

    private static Job.State state(String name) {
        return Job.State.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static Optional<Instant> time(Timestamp time) {
        return Optional.ofNullable(time).map(Timestamp::toInstant);
    }
}
