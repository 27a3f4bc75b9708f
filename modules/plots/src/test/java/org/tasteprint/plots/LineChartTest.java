package org.tasteprint.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineChartTest {
    private static final LineChart CHART = LineChart.numbered(
            "cost",
            "epoch",
            "nats",
            0,
            List.of(
                    new LineChart.Line("training", new double[] {1, 2, 3}, new double[] {2, 1, 0.5}, -1),
                    new LineChart.Line("held out", new double[] {1, 2, 3}, new double[] {2, 1.5, 1.8}, 1)),
            150);

    @Test
    void everyLineHasItsColourItsNameAndItsPlace() {
        Picture picture = new Picture("", List.of(CHART));
        String svg = PictureFile.svg(picture);
        assertThat(svg).contains(">training</text>", ">held out</text>", ">cost</text>", ">epoch</text>", ">nats</text>");
        BufferedImage image = PictureFile.png(picture);
        int blueAtTheEnd = height(image, new Color(0x0072b2), 0.95);
        int orangeAtTheEnd = height(image, new Color(0xd55e00), 0.95);
        assertThat(orangeAtTheEnd).as("the larger value lies higher").isLessThan(blueAtTheEnd);
    }

    @Test
    void wholeNumbersAreMarkedFromTheFirstOn() {
        assertThat(Axis.whole("epoch", 1, 30, 12).ticks()).extracting(Axis.Tick::text).startsWith("1", "5", "10").endsWith("30");
        assertThat(Axis.whole("epoch", 1, 1, 12).ticks()).extracting(Axis.Tick::text).containsExactly("1");
    }

    @Test
    void linesThatCannotBeDrawnAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LineChart.Line("a", new double[2], new double[3], -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new LineChart.Line("a", new double[2], new double[2], 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LineChart.numbered("cost", "epoch", "", 0, List.of(), 150));
    }

    /** The first row from above, in a column of the plot, that has this colour. */
    private static int height(BufferedImage image, Color colour, double fraction) {
        int left = 66 * HeatMap.PIXELS_PER_POINT;
        int right = (960 - 84) * HeatMap.PIXELS_PER_POINT;
        int x = (int) (left + fraction * (right - left));
        return IntStream.range(0, image.getHeight())
                .filter(y -> (image.getRGB(x, y) & 0xffffff) == (colour.getRGB() & 0xffffff))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line of " + colour));
    }
}
