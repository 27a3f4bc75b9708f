package org.tasteprint.plots;

import static java.util.Objects.requireNonNull;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * Values as colours, with a bar that says which is which.
 *
 * @param horizontal the axis along its columns
 * @param vertical   the axis along its rows
 * @param height     of the plot, in points
 */
public record HeatMap(String title, Cells cells, ColourScale colours, Axis horizontal, Axis vertical, double height)
        implements Panel {
    /** Pixels to a point, in PNG and in the images of SVG. */
    static final int PIXELS_PER_POINT = 2;

    private static final double BAR_DISTANCE = 14;
    private static final double BAR_WIDTH = 11;
    private static final double POINTS_PER_BAR_TICK = 28;

    public HeatMap {
        requireNonNull(title, "title is null");
        requireNonNull(cells, "cells is null");
        requireNonNull(colours, "colours is null");
        requireNonNull(horizontal, "horizontal is null");
        requireNonNull(vertical, "vertical is null");
    }

    @Override
    public double left() {
        return Axes.leftOf(vertical);
    }

    @Override
    public void draw(Graphics2D graphics, Plot plot) {
        place(graphics, image(pixels(plot.width()), pixels(plot.height())), plot);
        Axes.frame(graphics, plot);
        Axes.left(graphics, plot, vertical);
        Plot bar = new Plot(plot.right() + BAR_DISTANCE, plot.top(), BAR_WIDTH, plot.height());
        place(graphics, bar(pixels(bar.height())), bar);
        Axes.frame(graphics, bar);
        int ticks = Math.max(2, (int) (bar.height() / POINTS_PER_BAR_TICK));
        Axes.right(graphics, bar, Axis.round(colours.unit(), colours.low(), colours.high(), ticks));
    }

    /** Every pixel has the colour of the cell it lies in, or of the mean of the cells that lie in it side by side. */
    BufferedImage image(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            int row = cells.rowAt(1 - (y + 0.5) / height);
            for (int x = 0; x < width; x++) {
                int from = (int) ((long) x * cells.columns() / width);
                int to = Math.max(from + 1, (int) ((x + 1L) * cells.columns() / width));
                image.setRGB(x, y, row < 0 ? 0xffffff : colours.rgb(cells.mean(row, from, to)));
            }
        }
        return image;
    }

    private BufferedImage bar(int height) {
        BufferedImage bar = new BufferedImage(1, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            bar.setRGB(0, y, colours.map().rgb(1 - (y + 0.5) / height));
        }
        return bar;
    }

    private static void place(Graphics2D graphics, BufferedImage image, Plot plot) {
        Rectangle2D frame = plot.frame();
        graphics.drawImage(
                image,
                (int) Math.round(frame.getX()),
                (int) Math.round(frame.getY()),
                (int) Math.round(frame.getWidth()),
                (int) Math.round(frame.getHeight()),
                null);
    }

    private static int pixels(double points) {
        return (int) Math.round(points) * PIXELS_PER_POINT;
    }
}
