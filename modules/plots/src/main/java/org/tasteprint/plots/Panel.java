package org.tasteprint.plots;

import java.awt.Graphics2D;

/** One drawing of a picture. */
public interface Panel {
    /** What stands above it. */
    String title();

    /** Height of its plot in points, without title and labels. */
    double height();

    /** Room in points that its vertical axis needs at the left of the plot. */
    double left();

    /** Room in points that it needs at the right of the plot, for names or a bar of colours. */
    default double right() {
        return 84;
    }

    /** The axis along its lower side. */
    Axis horizontal();

    /** Draws what is inside the axes, the vertical axis and what stands at its right. */
    void draw(Graphics2D graphics, Plot plot);
}
