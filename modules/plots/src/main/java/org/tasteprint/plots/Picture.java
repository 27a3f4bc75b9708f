package org.tasteprint.plots;

import static java.util.Objects.requireNonNull;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;

/**
 * Panels one below another on white. Panels with the same horizontal axis share what is written at it, which stands below the last.
 *
 * @param heading what stands above all; may be empty
 * @param panels  at least one
 */
public record Picture(String heading, List<Panel> panels) {
    private static final double WIDTH = 960;
    private static final double TOP = 10;
    private static final double HEADING = 24;
    private static final double TITLE = 22;
    private static final double BELOW = 8;

    public Picture {
        requireNonNull(heading, "heading is null");
        panels = List.copyOf(panels);
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("panels is empty");
        }
    }

    /** Width in points. */
    double width() {
        return WIDTH;
    }

    /** Height in points. */
    double height() {
        double height = top();
        for (int i = 0; i < panels.size(); i++) {
            height += TITLE + panels.get(i).height() + below(i);
        }
        return height;
    }

    void draw(Graphics2D graphics) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, (int) Math.ceil(width()), (int) Math.ceil(height()));
        double left = left();
        if (!heading.isEmpty()) {
            Lettering.HEADING.rightOf(graphics, heading, left, TOP + HEADING / 2);
        }
        double top = top();
        for (int i = 0; i < panels.size(); i++) {
            Panel panel = panels.get(i);
            Lettering.TITLES.rightOf(graphics, panel.title(), left, top + TITLE / 2 + 1);
            Plot plot = new Plot(left, top + TITLE, plotWidth(), panel.height());
            panel.draw(graphics, plot);
            Axes.below(graphics, plot, panel.horizontal(), isWritten(i));
            top = plot.bottom() + below(i);
        }
    }

    private double left() {
        return panels.stream().mapToDouble(Panel::left).max().orElseThrow();
    }

    private double plotWidth() {
        return WIDTH - left() - panels.stream().mapToDouble(Panel::right).max().orElseThrow();
    }

    private double top() {
        return heading.isEmpty() ? TOP : TOP + HEADING;
    }

    private double below(int panel) {
        return isWritten(panel) ? Axes.belowOf(panels.get(panel).horizontal(), plotWidth()) : BELOW;
    }

    private boolean isWritten(int panel) {
        return panel == panels.size() - 1 || !panels.get(panel).horizontal().equals(panels.get(panel + 1).horizontal());
    }
}
