package org.tasteprint.plots;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/** The sizes of text in a picture, and where it is put. Text is black, in the system's sans-serif font. */
enum Lettering {
    HEADING(Font.BOLD, 14),
    TITLES(Font.BOLD, 12),
    LABELS(Font.PLAIN, 11),
    TICKS(Font.PLAIN, 10),
    SMALL(Font.PLAIN, 8.5f);

    private static final float LOWERED_SIZE = 0.75f;
    private static final double LOWERED_BY = 0.25;

    private final int style;
    private final float points;

    Lettering(int style, float points) {
        this.style = style;
        this.points = points;
    }

    /**
     * Finds out which font text will have.
     *
     * @return its name
     * @throws TasteprintException {@code UNAVAILABLE} when Java finds none on this machine
     */
    static String font() {
        Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        try {
            TICKS.width(graphics, "0");
            return TICKS.font(1).getFontName();
        } catch (RuntimeException | Error e) {
            // Java has many ways to say so: a plain Error ("No physical fonts found"), an InternalError, an UnsatisfiedLinkError.
            throw new TasteprintException(
                    Kind.UNAVAILABLE,
                    "cannot write text into pictures, because Java finds no fonts on this machine: install some "
                            + "(Debian: apt install fontconfig fonts-dejavu-core)",
                    e);
        } finally {
            graphics.dispose();
        }
    }

    double height() {
        return points;
    }

    /** Around a point, in white where it stands on something dark. */
    void centred(Graphics2D graphics, String text, double x, double y, boolean onDark) {
        write(graphics, text, x - width(graphics, text) / 2, y, onDark ? Color.WHITE : Color.BLACK);
    }

    /** Around a point. */
    void centred(Graphics2D graphics, String text, double x, double y) {
        write(graphics, text, x - width(graphics, text) / 2, y);
    }

    /** Ending at a point. */
    void leftOf(Graphics2D graphics, String text, double x, double y) {
        write(graphics, text, x - width(graphics, text), y);
    }

    /** Beginning at a point. */
    void rightOf(Graphics2D graphics, String text, double x, double y) {
        write(graphics, text, x, y);
    }

    private void write(Graphics2D graphics, String text, double x, double y) {
        write(graphics, text, x, y, Color.BLACK);
    }

    /** What follows an underscore is small and lowered. {@code y} is the middle of the digits. */
    private void write(Graphics2D graphics, String text, double x, double y, Color colour) {
        String[] parts = text.split("_", 2);
        float baseline = (float) (y + 0.36 * points);
        graphics.setColor(colour);
        graphics.setFont(font(1));
        graphics.drawString(parts[0], (float) x, baseline);
        if (parts.length == 2) {
            double after = x + graphics.getFontMetrics().getStringBounds(parts[0], graphics).getWidth();
            graphics.setFont(font(LOWERED_SIZE));
            graphics.drawString(parts[1], (float) after, (float) (baseline + LOWERED_BY * points));
        }
    }

    private double width(Graphics2D graphics, String text) {
        String[] parts = text.split("_", 2);
        double width = width(graphics, font(1), parts[0]);
        return parts.length == 1 ? width : width + width(graphics, font(LOWERED_SIZE), parts[1]);
    }

    private static double width(Graphics2D graphics, Font font, String text) {
        FontMetrics metrics = graphics.getFontMetrics(font);
        return metrics.getStringBounds(text, graphics).getWidth();
    }

    private Font font(float share) {
        return new Font(Font.SANS_SERIF, style, 1).deriveFont(points * share);
    }
}
