package org.tasteprint.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.tasteprint.core.Progress;

/** Remembers what was reported. */
class RecordedProgress implements Progress {
    final List<String> begun = new ArrayList<>();
    final AtomicLong steps = new AtomicLong();

    @Override
    public Task begin(String what, String unit, long total) {
        begun.add(what + ": " + total + " " + unit);
        return new Task() {
            @Override
            public void advance(long more) {
                steps.addAndGet(more);
            }

            @Override
            public void detail(String text) {}

            @Override
            public void close() {}
        };
    }

    @Override
    public void note(String message) {}
}
