package org.tasteprint.plots;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;

/** Draws frames, ticks and what is written at them. */
final class Axes {
    private static final double TICK = 3.5;
    private static final double GAP = 3;
    private static final double LABEL_DISTANCE = 48;
    private static final double BAR_LABEL_DISTANCE = 40;
    private static final double LINE_DISTANCE = 29;
    private static final double BELOW = 42;
    private static final double SHORT = 66;
    private static final double SHORT_TICK = 6;
    /** Width of a letter of a tick, on the large side. */
    private static final double LETTER = 6.2;

    private Axes() {}

    static void frame(Graphics2D graphics, Plot plot) {
        pen(graphics);
        graphics.draw(plot.frame());
    }

    /** The axis at the lower side; where what is written would run into one another, it is turned upwards. */
    static void below(Graphics2D graphics, Plot plot, Axis axis, boolean written) {
        pen(graphics);
        boolean turned = isCrowded(axis, plot.width());
        for (Axis.Tick tick : axis.ticks()) {
            double x = plot.x(tick.position());
            graphics.draw(new Line2D.Double(x, plot.bottom(), x, plot.bottom() + TICK));
            if (written && turned) {
                turned(graphics, x, plot.bottom() + TICK + GAP, () -> Lettering.TICKS.leftOf(graphics, tick.text(), 0, 0));
            } else if (written) {
                Lettering.TICKS.centred(graphics, tick.text(), x, plot.bottom() + TICK + GAP + Lettering.TICKS.height() / 2);
            }
        }
        if (written) {
            Lettering.LABELS.centred(graphics, axis.label(), plot.x(0.5), plot.bottom() + belowOf(axis, plot.width()) - BELOW + LINE_DISTANCE);
        }
    }

    /** Room in points that the axis at the lower side needs where the plot is so wide. */
    static double belowOf(Axis axis, double width) {
        return isCrowded(axis, width) ? BELOW + (longest(axis) - 1) * LETTER : BELOW;
    }

    private static boolean isCrowded(Axis axis, double width) {
        double letters = longest(axis) * LETTER;
        for (int i = 1; i < axis.ticks().size(); i++) {
            if ((axis.ticks().get(i).position() - axis.ticks().get(i - 1).position()) * width < letters) {
                return true;
            }
        }
        return false;
    }

    /** The axis at the left side, its label turned upwards. */
    static void left(Graphics2D graphics, Plot plot, Axis axis) {
        pen(graphics);
        for (Axis.Tick tick : axis.ticks()) {
            double y = plot.y(tick.position());
            graphics.draw(new Line2D.Double(plot.left() - TICK, y, plot.left(), y));
            Lettering.TICKS.leftOf(graphics, tick.text(), plot.left() - TICK - GAP, y);
        }
        upwards(graphics, axis.label(), plot.left() - leftOf(axis) + SHORT - LABEL_DISTANCE, plot.y(0.5));
    }

    /** Room in points that the axis at the left side needs: as much for all whose ticks are short, so that plots line up. */
    static double leftOf(Axis axis) {
        double label = axis.label().isEmpty() ? 0 : LABEL_DISTANCE - SHORT_TICK * LETTER;
        return Math.max(SHORT, label + TICK + 2 * GAP + longest(axis) * LETTER);
    }

    private static int longest(Axis axis) {
        return axis.ticks().stream().mapToInt(tick -> tick.text().length()).max().orElse(0);
    }

    /** The axis at the right side, as colour bars have it. */
    static void right(Graphics2D graphics, Plot plot, Axis axis) {
        pen(graphics);
        for (Axis.Tick tick : axis.ticks()) {
            double y = plot.y(tick.position());
            graphics.draw(new Line2D.Double(plot.right(), y, plot.right() + TICK, y));
            Lettering.TICKS.rightOf(graphics, tick.text(), plot.right() + TICK + GAP, y);
        }
        upwards(graphics, axis.label(), plot.right() + BAR_LABEL_DISTANCE, plot.y(0.5));
    }

    private static void upwards(Graphics2D graphics, String text, double x, double y) {
        if (!text.isEmpty()) {
            turned(graphics, x, y, () -> Lettering.LABELS.centred(graphics, text, 0, 0));
        }
    }

    /** Draws with the origin at a point, from below upwards. */
    private static void turned(Graphics2D graphics, double x, double y, Runnable drawing) {
        AffineTransform before = graphics.getTransform();
        graphics.translate(x, y);
        graphics.rotate(-Math.PI / 2);
        drawing.run();
        graphics.setTransform(before);
    }

    private static void pen(Graphics2D graphics) {
        graphics.setColor(Color.BLACK);
        graphics.setStroke(new BasicStroke(0.8f));
    }
}
