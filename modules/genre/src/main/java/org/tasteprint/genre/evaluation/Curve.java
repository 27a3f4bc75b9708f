package org.tasteprint.genre.evaluation;

import java.util.Arrays;

/**
 * A curve of one label against the rest, or the mean of all of them.
 *
 * @param label the label; {@code macro} for the mean
 * @param x     ascending, 0..1
 * @param y     as many, 0..1
 * @param area  area under the curve, computed from all points before any is left out
 */
public record Curve(String label, double[] x, double[] y, double area) {
    private static final int MOST_POINTS = 200;

    /** Fewer points where there are many, rounded: for pictures and for readers. */
    Curve thinned() {
        int points = Math.min(MOST_POINTS, x.length);
        double[] fewX = new double[points];
        double[] fewY = new double[points];
        for (int i = 0; i < points; i++) {
            int from = points == 1 ? 0 : (int) Math.round((double) i * (x.length - 1) / (points - 1));
            fewX[i] = rounded(x[from]);
            fewY[i] = rounded(y[from]);
        }
        return new Curve(label, fewX, fewY, area);
    }

    /** The height at a place: that of the last point that does not lie beyond it. */
    double at(double place) {
        int found = Arrays.binarySearch(x, place);
        int last = found >= 0 ? found : Math.max(0, -found - 2);
        while (last + 1 < x.length && x[last + 1] <= place) {
            last++;
        }
        return y[last];
    }

    static double rounded(double value) {
        return Math.round(value * 1e5) / 1e5;
    }
}
