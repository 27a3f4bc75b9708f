package org.tasteprint.plots;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jfree.svg.SVGGraphics2D;
import org.tasteprint.core.AtomicFile;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/** Writes pictures as PNG, two pixels to a point, or as SVG. Needs no display. */
public final class PictureFile {
    private PictureFile() {}

    /**
     * Writes a picture, whole or not at all; missing folders are made.
     *
     * @param file whose suffix, {@code .png} or {@code .svg}, decides what it becomes
     * @throws TasteprintException {@code INVALID_INPUT} for another suffix; {@code UNAVAILABLE} when it cannot be written, or there
     *     are no fonts
     */
    public static void write(Path file, Picture picture) {
        requireSuffix(file);
        Lettering.font();
        if (suffix(file).equals(".png")) {
            BufferedImage image = png(picture);
            AtomicFile.write(file, out -> {
                if (!ImageIO.write(image, "png", out)) {
                    throw new IOException("this Java cannot write PNG");
                }
            });
        } else {
            byte[] document = svg(picture).getBytes(StandardCharsets.UTF_8);
            AtomicFile.write(file, out -> out.write(document));
        }
    }

    /**
     * Refuses names that say nothing of the format, or another, before any work is done.
     *
     * @throws TasteprintException {@code INVALID_INPUT}
     */
    public static void requireSuffix(Path file) {
        if (!suffix(file).equals(".png") && !suffix(file).equals(".svg")) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT, "%s: pictures are written as .png or .svg; end the name with one of these".formatted(file));
        }
    }

    /**
     * The name of the font that text in pictures has on this machine.
     *
     * @throws TasteprintException {@code UNAVAILABLE} when Java finds none
     */
    public static String font() {
        return Lettering.font();
    }

    static BufferedImage png(Picture picture) {
        int scale = HeatMap.PIXELS_PER_POINT;
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(picture.width() * scale), (int) Math.ceil(picture.height() * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(scale, scale);
            picture.draw(graphics);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    static String svg(Picture picture) {
        SVGGraphics2D graphics = new SVGGraphics2D(picture.width(), picture.height());
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        picture.draw(graphics);
        return graphics.getSVGDocument();
    }

    private static String suffix(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        return name.substring(Math.max(0, name.lastIndexOf('.'))).toLowerCase(Locale.ROOT);
    }
}
