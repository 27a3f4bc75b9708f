package org.tasteprint.plots;

import java.awt.geom.Rectangle2D;

/**
 * Where something is drawn, in points from the upper left corner of the picture. What is inside is placed by fractions, from 0 at the
 * left and lower sides to 1 at the right and upper.
 */
public record Plot(double left, double top, double width, double height) {
    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    /** The place of a fraction of the width. */
    double x(double fraction) {
        return left + fraction * width;
    }

    /** The place of a fraction of the height. */
    double y(double fraction) {
        return bottom() - fraction * height;
    }

    Rectangle2D frame() {
        return new Rectangle2D.Double(left, top, width, height);
    }
}
