package org.tasteprint.plots;

import static java.util.Objects.requireNonNull;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.List;

/**
 * Lines over a common axis, with their names at the right.
 *
 * @param horizontal  the axis along {@code scale}
 * @param scale       places the lines' first coordinates
 * @param unit        of the second coordinates; may be empty
 * @param low         where the vertical axis begins
 * @param high        where it ends
 * @param lines       at least one; of {@link Kind#SERIES} at most as many as colours and dashes tell apart
 * @param height      of the plot, in points
 */
public record LineChart(
        String title, Axis horizontal, Scale scale, String unit, double low, double high, List<Line> lines, double height)
        implements Panel {
    /** Colours that people with any colour vision tell apart (Okabe and Ito 2008), dark enough for thin lines. */
    private static final List<Color> COLOURS = List.of(
            new Color(0x0072b2), new Color(0xd55e00), new Color(0x009e73), new Color(0xcc79a7), new Color(0x56b4e9),
            new Color(0xe69f00));

    /** More lines than colours are dashed, and then dotted. */
    private static final float[][] DASHES = {{}, {6, 3}, {2, 3}, {9, 3, 2, 3}};

    private static final Color GREY = new Color(0x8c8c8c);
    private static final double LETTER = 5.6;
    private static final double POINTS_PER_TICK = 26;
    private static final double NAME_DISTANCE = 8;
    private static final double NAME_HEIGHT = 14;
    private static final double SAMPLE_WIDTH = 12;
    private static final double MARK = 6;

    /** What a line is among the others. */
    public enum Kind {
        /** One of several, in a colour of its own. */
        SERIES,
        /** What sums the others up: black and wide. */
        SUMMARY,
        /** What the others are held against: grey and thin. */
        REFERENCE
    }

    /**
     * One line.
     *
     * @param kind how it is drawn
     * @param x    first coordinates, ascending
     * @param y    second coordinates, as many
     * @param mark which of its points has a dot, or a negative number for none
     */
    public record Line(Kind kind, String name, double[] x, double[] y, int mark) {
        /** One of several. */
        public Line(String name, double[] x, double[] y, int mark) {
            this(Kind.SERIES, name, x, y, mark);
        }

        public Line {
            requireNonNull(kind, "kind is null");
            requireNonNull(name, "name is null");
            if (x.length != y.length || x.length == 0) {
                throw new IllegalArgumentException(
                        "a line needs as many y as x, at least one; x: %d, y: %d".formatted(x.length, y.length));
            }
            if (mark >= x.length) {
                throw new IllegalArgumentException("mark must be one of %d points; mark=%d".formatted(x.length, mark));
            }
        }
    }

    public LineChart {
        requireNonNull(title, "title is null");
        requireNonNull(horizontal, "horizontal is null");
        requireNonNull(scale, "scale is null");
        requireNonNull(unit, "unit is null");
        lines = List.copyOf(lines);
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new IllegalArgumentException("lines must be 1 to %d; lines: %d".formatted(MOST_LINES, lines.size()));
        }
    }

    /** As many as a person can still find among the names. */
    static final int MOST_LINES = 4 * 6;

    /**
     * Lines whose points are numbered from 1 on: epochs, steps.
     *
     * @param label of the numbers
     * @param from  the least that the vertical axis shows; it reaches up to the largest value
     */
    public static LineChart numbered(String title, String label, String unit, double from, List<Line> lines, double height) {
        double last = Math.max(2, lines.stream().mapToDouble(line -> line.x()[line.x().length - 1]).max().orElse(2));
        double top = lines.stream().flatMapToDouble(line -> Arrays.stream(line.y())).max().orElse(1);
        double high = top > from ? top + 0.04 * (top - from) : from + 1;
        return new LineChart(
                title, Axis.whole(label, 1, (int) last, 12), Scale.linear(1, last), unit, from, high, lines, height);
    }

    @Override
    public double left() {
        return Axes.leftOf(vertical());
    }

    @Override
    public double right() {
        int longest = lines.stream().mapToInt(line -> line.name().length()).max().orElseThrow();
        return Math.max(84, NAME_DISTANCE + SAMPLE_WIDTH + 8 + longest * LETTER);
    }

    private Axis vertical() {
        return Axis.round(unit, low, high, Math.max(2, (int) (height / POINTS_PER_TICK)));
    }

    @Override
    public void draw(Graphics2D graphics, Plot plot) {
        Scale values = Scale.linear(low, high);
        int series = 0;
        for (int i = 0; i < lines.size(); i++) {
            pen(graphics, lines.get(i).kind(), series);
            series += lines.get(i).kind() == Kind.SERIES ? 1 : 0;
            draw(graphics, plot, lines.get(i), values);
            double y = plot.top() + (i + 0.5) * NAME_HEIGHT;
            double x = plot.right() + NAME_DISTANCE;
            graphics.draw(new Line2D.Double(x, y, x + SAMPLE_WIDTH, y));
            Lettering.TICKS.rightOf(graphics, lines.get(i).name(), x + SAMPLE_WIDTH + 4, y);
        }
        Axes.frame(graphics, plot);
        Axes.left(graphics, plot, vertical());
    }

    private static void pen(Graphics2D graphics, Kind kind, int series) {
        graphics.setColor(switch (kind) {
            case SERIES -> COLOURS.get(series % COLOURS.size());
            case SUMMARY -> Color.BLACK;
            case REFERENCE -> GREY;
        });
        float width = switch (kind) {
            case SERIES -> 1.6f;
            case SUMMARY -> 2.6f;
            case REFERENCE -> 0.9f;
        };
        float[] dashes = kind == Kind.SERIES ? DASHES[series / COLOURS.size()] : DASHES[0];
        graphics.setStroke(dashes.length == 0
                ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
    }

    private void draw(Graphics2D graphics, Plot plot, Line line, Scale values) {
        Shape clip = graphics.getClip();
        graphics.clip(plot.frame());
        Path2D path = new Path2D.Double();
        for (int i = 0; i < line.x().length; i++) {
            double x = plot.x(scale.position(line.x()[i]));
            double y = plot.y(values.position(line.y()[i]));
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        graphics.draw(path);
        graphics.setClip(clip);
        if (line.mark() >= 0) {
            double x = plot.x(scale.position(line.x()[line.mark()]));
            double y = plot.y(values.position(line.y()[line.mark()]));
            graphics.fill(new Ellipse2D.Double(x - MARK / 2, y - MARK / 2, MARK, MARK));
        }
    }
}
