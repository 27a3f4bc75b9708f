package org.tasteprint.server.job;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.tasteprint.catalog.Job;
import org.tasteprint.catalog.Jobs;
import org.tasteprint.server.http.Json;

/** A job as a stream of server-sent events (WHATWG HTML, section 9.2), one for each change, until it is over. */
final class JobEvents {
    private static final Duration LOOK = Duration.ofMillis(300);
    /** Looks without news after which a comment shows proxies, and us, that the connection lives. */
    private static final int QUIET_LOOKS = 40;

    private final Jobs jobs;
    private final JobRunner runner;

    JobEvents(Jobs jobs, JobRunner runner) {
        this.jobs = jobs;
        this.runner = runner;
    }

    /** Ends when the job is over, the client has left, or the server is closing, after which the client asks again. */
    void stream(Job job, Context request) throws IOException, InterruptedException {
        request.header(Header.CACHE_CONTROL, "no-store").contentType("text/event-stream; charset=utf-8");
        OutputStream out = request.res().getOutputStream();
        Job shown = job;
        send(out, shown);
        int quiet = 0;
        while (!shown.state().isOver() && !runner.isClosing()) {
            Thread.sleep(LOOK);
            Job now = jobs.find(job.id()).orElse(shown);
            if (!now.equals(shown)) {
                shown = now;
                quiet = 0;
                send(out, shown);
            } else if (++quiet % QUIET_LOOKS == 0) {
                write(out, ": still here\n\n");
            }
        }
    }

    private static void send(OutputStream out, Job job) throws IOException {
        write(out, "event: %s\ndata: %s\n\n".formatted(job.state(), Json.text(JobView.of(job))));
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
