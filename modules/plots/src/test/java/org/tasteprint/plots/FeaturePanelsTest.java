package org.tasteprint.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class FeaturePanelsTest {
    private static final double SECONDS_PER_FRAME = 1024 / 22_050.0;

    @Test
    void aLoudMelBandIsBrightAtItsHeightAndTheRestIsBlack() {
        int frames = 10;
        float[] power = new float[frames * 128];
        for (int t = 0; t < frames; t++) {
            power[t * 128 + 64] = 100;
            power[t * 128 + 20] = 1;
        }
        HeatMap panel = panel("mel128", frames, 128, power);
        BufferedImage image = panel.image(100, 256);
        assertThat(colour(image, 50, 256 - 129)).isEqualTo(ColourMap.MAGMA.rgb(1));
        assertThat(colour(image, 50, 256 - 41)).as("20 of 80 dB lower").isEqualTo(ColourMap.MAGMA.rgb(0.75));
        assertThat(colour(image, 50, 10)).isEqualTo(ColourMap.MAGMA.rgb(0));
        assertThat(panel.colours().unit()).isEqualTo("dB");
        assertThat(panel.vertical().ticks()).extracting(Axis.Tick::text).containsExactly("0", "512", "1024", "2048", "4096", "8192");
    }

    @Test
    void aBeatIsAtItsTempo() {
        // A beat every 11 frames, 117.4 BPM.
        int frames = 20;
        float[] tempogram = new float[frames * 128];
        for (int t = 0; t < frames; t++) {
            tempogram[t * 128 + 11] = 1;
        }
        HeatMap panel = panel("tempogram", frames, 128, tempogram);
        double height = panel.vertical().ticks().stream()
                .filter(tick -> tick.text().equals("128"))
                .findFirst()
                .orElseThrow()
                .position();
        double octaves = Math.log(800 * SECONDS_PER_FRAME * 127.5 / 60) / Math.log(2);
        double beat = height + Math.log(60 / (11 * SECONDS_PER_FRAME) / 128) / Math.log(2) / octaves;
        BufferedImage image = panel.image(40, 1000);
        assertThat(colour(image, 20, (int) (1000 * (1 - beat)))).isEqualTo(ColourMap.MAGMA.rgb(1));
        assertThat(colour(image, 20, (int) (1000 * (1 - beat - 0.03)))).isEqualTo(ColourMap.MAGMA.rgb(0));
        assertThat(colour(image, 20, (int) (1000 * (1 - beat + 0.03)))).isEqualTo(ColourMap.MAGMA.rgb(0));
        for (int y = 0; y < 1000; y++) {
            assertThat(colour(image, 20, y)).as("row %d shows a lag", y).isNotEqualTo(0xffffff);
        }
    }

    @Test
    void notesStandAtTheirRows() {
        float[] chroma = new float[12];
        chroma[9] = 1;
        HeatMap panel = panel("chroma-cqt", 1, 12, chroma);
        double a = panel.vertical().ticks().stream().filter(tick -> tick.text().equals("A")).findFirst().orElseThrow().position();
        assertThat(colour(panel.image(10, 120), 5, (int) (120 * (1 - a)))).isEqualTo(ColourMap.MAGMA.rgb(1));
        assertThat(panel.vertical().ticks()).hasSize(7);
    }

    @Test
    void theMiddleOfSignedFeaturesIsZero() {
        float[] tonnetz = {-0.2f, 0.1f, 0, 0.1f, 0.05f, 0};
        HeatMap panel = panel("tonnetz", 1, 6, tonnetz);
        assertThat(panel.colours().low()).isEqualTo(-panel.colours().high());
        assertThat(colour(panel.image(4, 60), 2, 60 - 25)).as("row 2").isEqualTo(ColourMap.COOLWARM.rgb(0.5));
        assertThat(panel.vertical().ticks()).extracting(Axis.Tick::text).startsWith("5_x", "5_y", "m3_x");
        assertThat(panel("mfcc", 1, 20, new float[20]).vertical().ticks())
                .extracting(Axis.Tick::text)
                .containsExactly("0", "5", "10", "15");
    }

    @Test
    void unknownFeaturesHaveRowsByNumber() {
        HeatMap panel = panel("musicnn-msd-taggram", 3, 50, new float[150]);
        assertThat(panel.title()).isEqualTo("musicnn-msd-taggram");
        assertThat(panel.vertical().ticks()).extracting(Axis.Tick::text).containsExactly("0", "10", "20", "30", "40", "50");
        assertThat(panel.horizontal().ticks().getFirst().position()).isCloseTo(0, within(1e-9));
    }

    private static HeatMap panel(String feature, int frames, int rows, float[] values) {
        return (HeatMap) FeaturePanels.of(feature, frames, rows, values, SECONDS_PER_FRAME, 0);
    }

    private static int colour(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xffffff;
    }
}
