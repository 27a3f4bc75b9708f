package org.tasteprint.papers;

import org.tasteprint.core.Progress;

/**
 * Turns the folds of one variant into a part of the bar of the whole table, which so can tell how much time is left.
 *
 * @param whole  the bar of the table
 * @param system what is being tried
 * @param steps  of the bar that a fold is worth
 * @param notes  takes what is to be said
 */
record TableProgress(Progress.Task whole, String system, long steps, Progress notes) implements Progress {
    /** What an evaluation counts. */
    private static final String FOLDS = "folds";

    @Override
    public Task begin(String what, String unit, long total) {
        boolean counts = unit.equals(FOLDS);
        if (counts) {
            whole.detail(system);
        }
        return new Task() {
            @Override
            public void advance(long done) {
                if (counts) {
                    whole.advance(done * steps);
                }
            }

            @Override
            public void detail(String text) {
                whole.detail("%s: %s".formatted(system, text));
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void note(String message) {
        notes.note("%s: %s".formatted(system, message));
    }
}
