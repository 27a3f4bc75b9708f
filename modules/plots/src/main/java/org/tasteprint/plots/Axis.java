package org.tasteprint.plots;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * What stands along a side of a plot.
 *
 * @param label what is measured and its unit; may be empty
 * @param ticks the values that are marked
 */
public record Axis(String label, List<Tick> ticks) {
    private static final double[] STEPS_OF_TIME = {
        0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400
    };
    private static final int MOST_TIMES = 11;

    /**
     * A marked value.
     *
     * @param position 0 at the beginning of the axis, 1 at its end
     * @param text     how the value reads; an underscore lowers what follows it
     */
    public record Tick(double position, String text) {
        public Tick {
            requireNonNull(text, "text is null");
        }
    }

    public Axis {
        requireNonNull(label, "label is null");
        ticks = List.copyOf(ticks);
    }

    /** Marks some values. */
    public static Axis of(String label, Scale scale, DoubleFunction<String> text, double... values) {
        List<Tick> ticks = new ArrayList<>();
        for (double value : values) {
            ticks.add(new Tick(scale.position(value), text.apply(value)));
        }
        return new Axis(label, ticks);
    }

    /** Marks round values from {@code low} to {@code high}, {@code most} at most. */
    public static Axis round(String label, double low, double high, int most) {
        double step = RoundStep.of(high - low, most);
        return every(label, low, high, step, value -> RoundStep.text(value, step));
    }

    /** Marks whole numbers from {@code low} to {@code high}, {@code most} at most. */
    public static Axis whole(String label, int low, int high, int most) {
        double step = Math.max(1, RoundStep.of(Math.max(1, high - low), most));
        Scale scale = Scale.linear(low, Math.max(low + 1, high));
        List<Tick> ticks = new ArrayList<>();
        ticks.add(new Tick(scale.position(low), Integer.toString(low)));
        for (double value = (Math.floor(low / step) + 1) * step; value <= high; value += step) {
            ticks.add(new Tick(scale.position(value), Long.toString(Math.round(value))));
        }
        return new Axis(label, ticks);
    }

    /** Marks round times: in seconds, or from a minute on as minutes:seconds. */
    public static Axis time(double startSeconds, double seconds) {
        double end = startSeconds + seconds;
        double step = STEPS_OF_TIME[STEPS_OF_TIME.length - 1];
        for (int i = STEPS_OF_TIME.length - 1; i >= 0 && seconds / STEPS_OF_TIME[i] <= MOST_TIMES; i--) {
            step = STEPS_OF_TIME[i];
        }
        double every = step;
        return end < 60
                ? every("Time (s)", startSeconds, end, every, value -> RoundStep.text(value, every))
                : every(end < 3600 ? "Time (min:s)" : "Time (h:min:s)", startSeconds, end, every, Axis::clock);
    }

    /** Names of rows of equal height, the lowest first; an empty name is not marked. */
    public static Axis names(String label, List<String> names) {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).isEmpty()) {
                ticks.add(new Tick((i + 0.5) / names.size(), names.get(i)));
            }
        }
        return new Axis(label, ticks);
    }

    private static Axis every(String label, double low, double high, double step, DoubleFunction<String> text) {
        Scale scale = Scale.linear(low, high);
        List<Tick> ticks = new ArrayList<>();
        double tolerance = step * 1e-6;
        for (long i = (long) Math.ceil((low - tolerance) / step); i * step <= high + tolerance; i++) {
            ticks.add(new Tick(scale.position(i * step), text.apply(i * step)));
        }
        return new Axis(label, ticks);
    }

    private static String clock(double seconds) {
        long whole = Math.round(Math.floor(seconds + 1e-9));
        String text = whole < 3600
                ? "%d:%02d".formatted(whole / 60, whole % 60)
                : "%d:%02d:%02d".formatted(whole / 3600, whole / 60 % 60, whole % 60);
        long hundredths = Math.round((seconds - whole) * 100);
        return hundredths == 0 ? text : String.format(Locale.ROOT, "%s.%02d", text, hundredths);
    }
}
