package org.tasteprint.server.job;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.tasteprint.catalog.Job;
import org.tasteprint.catalog.Jobs;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.server.http.BadParameterException;
import org.tasteprint.server.http.Json;
import org.tasteprint.server.http.Parameters;
import org.tasteprint.server.http.Routing;

/** Jobs: start, list, watch, cancel. */
public final class JobRoutes {
    private static final String JOBS = Routing.API + "/jobs";

    private final Jobs jobs;
    private final JobWork work;
    private final JobRunner runner;

    /**
     * @param jobs   the queue
     * @param work   what can be done
     * @param runner who does it
     */
    public JobRoutes(Jobs jobs, JobWork work, JobRunner runner) {
        this.jobs = jobs;
        this.work = work;
        this.runner = runner;
    }

    private record Asked(String kind, Map<String, String> parameters) {}

    private record Page(List<JobView> jobs, Optional<String> next) {}

    /** Declares the routes. */
    public void register(RoutesConfig routes) {
        routes.post(JOBS, this::start);
        Routing.read(routes, JOBS, this::list);
        Routing.read(routes, JOBS + "/{id}", request -> request.json(JobView.of(job(request))));
        routes.delete(JOBS + "/{id}", request -> request.json(JobView.of(jobs.cancel(job(request).id()))));
        routes.get(JOBS + "/{id}/events", this::events);
    }

    private void start(Context request) {
        Parameters.of(request);
        Asked asked = Json.body(request, Asked.class);
        List<String> kinds = work.kinds().stream().map(JobWork.Kind::name).toList();
        JobWork.Kind kind = work.kinds().stream()
                .filter(candidate -> candidate.name().equals(asked.kind()))
                .findFirst()
                .orElseThrow(() -> new BadParameterException(
                        "kind", String.valueOf(asked.kind()), "must be one of " + String.join(", ", kinds)));
        Map<String, String> parameters = asked.parameters() == null ? Map.of() : asked.parameters();
        parameters.keySet().stream()
                .filter(name -> !kind.parameters().contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw BadParameterException.saying("parameters", "a job of kind %s has no parameter %s; it has %s"
                            .formatted(kind.name(), BadParameterException.shown(name), String.join(", ", new TreeSet<>(kind.parameters()))));
                });
        Job job = jobs.add(kind.name(), parameters);
        runner.wake();
        request.status(HttpStatus.ACCEPTED).header(Header.LOCATION, JOBS + "/" + job.id()).json(JobView.of(job));
    }

    private void list(Context request) {
        Parameters query = Parameters.of(request, "limit", "after");
        int limit = query.number("limit", 1, 500, 50);
        long before = query.text("after").isEmpty() ? Long.MAX_VALUE : id("after", query.text("after"));
        List<Job> found = jobs.list(before, limit + 1);
        List<Job> page = found.subList(0, Math.min(limit, found.size()));
        Optional<String> next = found.size() > limit ? Optional.of(Long.toString(page.getLast().id())) : Optional.empty();
        request.json(new Page(page.stream().map(JobView::of).toList(), next));
    }

    /** How a job is going, as server-sent events until it is over: the job as it is elsewhere, each time that something changed. */
    private void events(Context request) throws IOException, InterruptedException {
        Parameters.of(request);
        new JobEvents(jobs, runner).stream(job(request), request);
    }

    private Job job(Context request) {
        long id = id("id", request.pathParam("id"));
        return jobs.find(id).orElseThrow(() -> new TasteprintException(
                TasteprintException.Kind.NOT_FOUND, "there is no job %d".formatted(id)));
    }

    private static long id(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new BadParameterException(name, text, "must be the number of a job");
        }
    }
}
