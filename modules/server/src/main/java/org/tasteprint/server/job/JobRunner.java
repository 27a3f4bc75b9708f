package org.tasteprint.server.job;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tasteprint.catalog.Job;
import org.tasteprint.catalog.Jobs;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.server.http.Json;

/**
 * Does the jobs of the queue, one after the other, on a thread of low priority. Every second it tells the database that it is still
 * there, and learns whether the job is to end.
 */
public final class JobRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Jobs jobs;
    private final JobWork work;
    private final String name = UUID.randomUUID().toString();
    private final Semaphore news = new Semaphore(0);
    private final Thread worker;
    private final ScheduledExecutorService heart;
    private volatile boolean closing;
    private volatile JobProgress current;

    private JobRunner(Jobs jobs, JobWork work) {
        this.jobs = jobs;
        this.work = work;
        this.worker = Thread.ofPlatform().name("jobs").daemon().priority(Thread.MIN_PRIORITY).unstarted(this::loop);
        this.heart = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("jobs-beat").daemon().factory());
    }

    /** Begins to work on the queue. */
    public static JobRunner start(Jobs jobs, JobWork work) {
        JobRunner runner = new JobRunner(jobs, work);
        if (!work.kinds().isEmpty()) {
            runner.worker.start();
        }
        return runner;
    }

    /** Says that there is a new job, so that it need not wait for the next look. */
    void wake() {
        news.release();
    }

    boolean isClosing() {
        return closing;
    }

    private void loop() {
        while (!closing) {
            try {
                Optional<Job> job = jobs.claim(name);
                if (job.isPresent()) {
                    run(job.get());
                } else {
                    news.tryAcquire(BEAT.toMillis(), TimeUnit.MILLISECONDS);
                    news.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn("the queue of jobs cannot be worked on", e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(BEAT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Job job) {
        JobProgress progress = new JobProgress();
        current = progress;
        ScheduledFuture<?> beats = heart.scheduleWithFixedDelay(() -> beat(job, progress), 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
        try {
            LOG.info("job {} ({}) begins, attempt {}", job.id(), job.kind(), job.attempts());
            Object result = work.run(job.kind(), job.parameters(), progress);
            jobs.done(job.id(), name, Json.text(result));
            LOG.info("job {} ({}) is done", job.id(), job.kind());
        } catch (RuntimeException | Error e) {
            ended(job, progress, e);
        } finally {
            beats.cancel(false);
            current = null;
        }
    }

    private void ended(Job job, JobProgress progress, Throwable e) {
        if (closing) {
            jobs.handBack(job.id(), name);
        } else if (progress.isStopped()) {
            jobs.cancelled(job.id(), name);
        } else if (e instanceof TasteprintException known) {
            jobs.failed(job.id(), name, known.getMessage());
        } else {
            LOG.error("job {} ({}) failed", job.id(), job.kind(), e);
            jobs.failed(job.id(), name, "something failed that should not have; the server's log has the details");
        }
    }

    private void beat(Job job, JobProgress progress) {
        try {
            if (!jobs.beat(job.id(), name, progress.step())) {
                progress.stop();
            }
        } catch (RuntimeException e) {
            LOG.warn("job {} cannot be reported on", job.id(), e);
        }
    }

    /** Ends the job under way, and leaves it for whoever works on the queue next. */
    @Override
    public void close() {
        closing = true;
        JobProgress running = current;
        if (running != null) {
            running.stop();
        }
        worker.interrupt();
        try {
            worker.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        heart.shutdownNow();
    }
}
