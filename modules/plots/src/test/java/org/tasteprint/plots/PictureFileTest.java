package org.tasteprint.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.core.TasteprintException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PictureFileTest {
    private static final int LEFT = 2 * 66;
    private static final int RIGHT = 2 * (960 - 84);
    private static final int FIRST_TOP = 2 * (10 + 24 + 22);

    @TempDir
    Path folder;

    /** Two panels: columns alternately 0 and 1, and four rows from 0 to 1. */
    private static Picture picture() {
        Axis time = Axis.time(0, 10);
        HeatMap columns = new HeatMap(
                "Columns",
                Cells.even(4, 1, new float[] {0, 1, 0, 1}),
                new ColourScale(ColourMap.MAGMA, 0, 1, "share"),
                time,
                Axis.names("", List.of("only")),
                100);
        HeatMap rows = new HeatMap(
                "Rows",
                Cells.even(1, 4, new float[] {0, 0.25f, 0.5f, 1}),
                new ColourScale(ColourMap.VIRIDIS, 0, 1, ""),
                time,
                Axis.names("Row", List.of("a", "b_x", "c", "d")),
                80);
        return new Picture("A heading", List.of(columns, rows));
    }

    @Test
    void pngShowsEveryCellInItsColour() throws Exception {
        Path file = folder.resolve("new/picture.png");
        PictureFile.write(file, picture());
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(1920);
        assertThat(image.getHeight()).isEqualTo(2 * (10 + 24 + 22 + 100 + 8 + 22 + 80 + 42));
        for (int column = 0; column < 4; column++) {
            int x = LEFT + (RIGHT - LEFT) * (2 * column + 1) / 8;
            assertThat(colour(image, x, FIRST_TOP + 100)).as("column %d", column).isEqualTo(ColourMap.MAGMA.rgb(column % 2));
        }
        int secondTop = FIRST_TOP + 2 * (100 + 8 + 22);
        double[] values = {0, 0.25, 0.5, 1};
        for (int row = 0; row < 4; row++) {
            int y = secondTop + 160 * (7 - 2 * row) / 8;
            assertThat(colour(image, 900, y)).as("row %d", row).isEqualTo(ColourMap.VIRIDIS.rgb(values[row]));
        }
        assertThat(colour(image, RIGHT + 2 * 19, FIRST_TOP + 4)).as("top of the bar").isEqualTo(ColourMap.MAGMA.rgb(1 - 4.5 / 200));
        assertThat(colour(image, 2, 2)).isEqualTo(0xffffff);
    }

    @Test
    void pngHasFramesTicksAndText() {
        BufferedImage image = PictureFile.png(picture());
        assertThat(isDark(image, LEFT, FIRST_TOP + 60)).as("left side of the frame").isTrue();
        int below = FIRST_TOP + 2 * (100 + 8 + 22 + 80);
        assertThat(isDark(image, (LEFT + RIGHT) / 2, below + 4)).as("tick at 5 s").isTrue();
        assertThat(darkPixels(image, LEFT - 30, below + 8, 60, 30)).as("the 0 below it").isGreaterThan(20);
        assertThat(darkPixels(image, LEFT, 20, 300, 44)).as("heading").isGreaterThan(200);
        assertThat(darkPixels(image, LEFT + 300, FIRST_TOP + 202, 1000, 14)).as("ticks, but no text, between the panels").isLessThan(120);
    }

    @Test
    void svgHasTheSameImagesAndItsTextAsText() throws Exception {
        Path file = folder.resolve("picture.SVG");
        PictureFile.write(file, picture());
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(Files.readAllBytes(file)));
        List<String> texts = new ArrayList<>();
        NodeList nodes = document.getElementsByTagName("text");
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        assertThat(texts).contains("A heading", "Columns", "Rows", "Time (s)", "share", "only", "b", "x", "10", "0.5");
        assertThat(texts.stream().filter("Time (s)"::equals)).as("the shared axis is written once").hasSize(1);
        NodeList images = document.getElementsByTagName("image");
        assertThat(images.getLength()).as("two heat maps with a bar each").isEqualTo(4);
        String data = ((Element) images.item(0)).getAttribute("xlink:href");
        BufferedImage embedded = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1))));
        assertThat(embedded.getWidth()).isEqualTo(RIGHT - LEFT);
        assertThat(colour(embedded, 10, 10)).isEqualTo(ColourMap.MAGMA.rgb(0));
        assertThat(colour(embedded, embedded.getWidth() - 10, 10)).isEqualTo(ColourMap.MAGMA.rgb(1));
    }

    @Test
    void pixelsThatHoldManyCellsShowTheirMean() {
        float[] values = new float[1000];
        for (int i = 0; i < 1000; i++) {
            values[i] = i % 2;
        }
        HeatMap map = new HeatMap(
                "", Cells.even(1000, 1, values), new ColourScale(ColourMap.MAGMA, 0, 1, ""), Axis.time(0, 1), Axis.names("", List.of("")), 10);
        BufferedImage image = map.image(100, 1);
        for (int x = 0; x < 100; x++) {
            assertThat(colour(image, x, 0)).isEqualTo(ColourMap.MAGMA.rgb(0.5));
        }
    }

    @Test
    void otherSuffixesAreRefused() {
        Path file = folder.resolve("picture.jpg");
        assertThatThrownBy(() -> PictureFile.write(file, picture()))
                .isInstanceOf(TasteprintException.class)
                .hasMessage(file + ": pictures are written as .png or .svg; end the name with one of these");
        assertThat(file).doesNotExist();
        assertThat(PictureFile.font()).isNotBlank();
    }

    private static int colour(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xffffff;
    }

    private static boolean isDark(BufferedImage image, int x, int y) {
        for (int dx = -1; dx <= 1; dx++) {
            int rgb = image.getRGB(x + dx, y);
            if ((rgb >> 16 & 0xff) + (rgb >> 8 & 0xff) + (rgb & 0xff) < 3 * 110) {
                return true;
            }
        }
        return false;
    }

    private static int darkPixels(BufferedImage image, int left, int top, int width, int height) {
        int dark = 0;
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                dark += (image.getRGB(x, y) & 0xff) < 128 ? 1 : 0;
            }
        }
        return dark;
    }
}
