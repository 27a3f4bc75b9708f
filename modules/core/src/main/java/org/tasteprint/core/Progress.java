package org.tasteprint.core;

/**
 * Where long work reports to; the caller decides whether it becomes a bar on a terminal, a stream of events, or nothing.
 * Implementations are safe for use by several threads.
 */
public interface Progress {
    /** Reports to nobody. */
    Progress SILENT = new Progress() {
        @Override
        public Task begin(String what, String unit, long total) {
            return new Task() {
                @Override
                public void advance(long steps) {}

                @Override
                public void detail(String text) {}

                @Override
                public void close() {}
            };
        }

        @Override
        public void note(String message) {}
    };

    /**
     * Begins a piece of work; close the task when it ends, however it ends.
     *
     * @param what  what is being done, in a few words ("extracting features")
     * @param unit  what is counted ("tracks")
     * @param total how many units there are, at least 0
     */
    Task begin(String what, String unit, long total);

    /** One line that a person should see now: a fallback taken, something left out. */
    void note(String message);

    /** A piece of work under way. */
    interface Task extends AutoCloseable {
        /** {@code steps} more units are done. */
        void advance(long steps);

        /** How it is going ("loss 0.113"), replacing what was said before. */
        void detail(String text);

        @Override
        void close();
    }
}
