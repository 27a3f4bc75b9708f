package org.tasteprint.catalog;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Long work that a server does in the background.
 *
 * @param id         grows with every job
 * @param kind       what to do: {@code extract}, {@code index}, …
 * @param parameters how, by name
 * @param state      how far it is
 * @param cancelling whether somebody wants it to end
 * @param attempts   how often it was begun
 * @param progress   how it is going
 * @param result     what came out, a JSON object; empty unless it is done
 * @param error      why it failed; empty unless it did
 * @param created    when it was asked for
 * @param started    when it was begun last
 * @param finished   when it ended
 */
public record Job(
        long id,
        String kind,
        Map<String, String> parameters,
        State state,
        boolean cancelling,
        int attempts,
        Step progress,
        Optional<String> result,
        String error,
        Instant created,
        Optional<Instant> started,
        Optional<Instant> finished) {
    /** How far a job is. */
    public enum State {
        /** Waits for its turn, or to be begun again after its server ended. */
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        /** Whether nothing happens any more. */
        public boolean isOver() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How it is going.
     *
     * @param stage  what is being done ("extracting features"), or empty before anything is
     * @param unit   what is counted ("tracks")
     * @param steps  how many are done
     * @param total  how many there are; 0 when that is not known
     * @param detail how it is going ("loss 0.113"), or empty
     */
    public record Step(String stage, String unit, long steps, long total, String detail) {
        /** Of a job that has not said anything. */
        public static final Step NONE = new Step("", "", 0, 0, "");
    }

    public Job {
        requireNonNull(kind, "kind is null");
        requireNonNull(state, "state is null");
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }
}
