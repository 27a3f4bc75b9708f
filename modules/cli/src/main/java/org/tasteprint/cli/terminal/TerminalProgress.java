package org.tasteprint.cli.terminal;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.tasteprint.core.Progress;

/** Bars with speed and time left on a terminal; where there is none, only notes, so that logs stay readable. */
public final class TerminalProgress implements Progress {
    private static final int BAR_WIDTH = 110;
    private final PrintStream err;
    private final boolean bars;

    /**
     * @param err  where to write, standard error as a rule
     * @param bars whether {@code err} is a terminal that a person watches
     */
    public TerminalProgress(PrintStream err, boolean bars) {
        this.err = err;
        this.bars = bars;
    }

    @Override
    public Task begin(String what, String unit, long total) {
        return bars ? new Bar(what, unit, total) : SILENT.begin(what, unit, total);
    }

    @Override
    public void note(String message) {
        err.println(message);
    }

    private final class Bar implements Task {
        private final ProgressBar bar;

        Bar(String what, String unit, long total) {
            bar = new ProgressBarBuilder()
                    .setTaskName(what)
                    .setInitialMax(total)
                    .setUnit(" " + unit, 1)
                    .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                    .setUpdateIntervalMillis((int) Duration.ofMillis(200).toMillis())
                    .setConsumer(new ConsoleProgressBarConsumer(err, BAR_WIDTH))
                    .showSpeed()
                    .build();
        }

        @Override
        public void advance(long steps) {
            bar.stepBy(steps);
        }

        @Override
        public void detail(String text) {
            bar.setExtraMessage(" " + text);
        }

        @Override
        public void close() {
            bar.close();
        }
    }
}
