package org.tasteprint.server.job;

import org.tasteprint.catalog.Job;
import org.tasteprint.core.Progress;

/** Keeps what a job reports until the next beat takes it along, and ends the job when somebody wants that. */
final class JobProgress implements Progress {
    /** Ends a job in the middle of its work. */
    static final class Stopped extends RuntimeException {
        Stopped() {
            super("the job was asked to end", null, false, false);
        }
    }

    private Job.Step step = Job.Step.NONE;
    private volatile boolean stopped;

    /** Makes the next report throw. */
    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    synchronized Job.Step step() {
        return step;
    }

    @Override
    public Task begin(String what, String unit, long total) {
        change(new Job.Step(what, unit, 0, Math.max(0, total), ""));
        return new Task() {
            private long steps;

            @Override
            public void advance(long more) {
                synchronized (JobProgress.this) {
                    steps += more;
                    change(new Job.Step(what, unit, steps, Math.max(steps, total), step.detail()));
                }
            }

            @Override
            public void detail(String text) {
                synchronized (JobProgress.this) {
                    change(new Job.Step(what, unit, steps, Math.max(0, total), text));
                }
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public synchronized void note(String message) {
        change(new Job.Step(step.stage(), step.unit(), step.steps(), step.total(), message));
    }

    private synchronized void change(Job.Step next) {
        if (stopped) {
            throw new Stopped();
        }
        step = next;
    }
}
