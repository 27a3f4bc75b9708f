package org.tasteprint.server.job;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;

/** What can be done as a job, and doing it. */
public interface JobWork {
    /** Nothing. */
    JobWork NONE = new JobWork() {
        @Override
        public List<Kind> kinds() {
            return List.of();
        }

        @Override
        public Object run(String kind, Map<String, String> parameters, Progress progress) {
            throw new IllegalArgumentException("kind must be one of none; kind=" + kind);
        }
    };

    /**
     * A kind of job.
     *
     * @param name       {@code extract}, {@code train-taste}, …
     * @param parameters names of the parameters it takes; all may be left out
     */
    record Kind(String name, Set<String> parameters) {
        public Kind {
            parameters = Set.copyOf(parameters);
        }
    }

    /** The kinds that there are. */
    List<Kind> kinds();

    /**
     * Does a job. Doing it twice must be as good as doing it once: it is begun again when a server ended meanwhile.
     *
     * @param progress where it reports to; every report may throw to end the job, which is to be passed on
     * @return what came of it: a record, which becomes a JSON object
     * @throws TasteprintException when it cannot be done
     */
    Object run(String kind, Map<String, String> parameters, Progress progress);
}
