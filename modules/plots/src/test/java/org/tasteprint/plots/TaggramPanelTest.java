package org.tasteprint.plots;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaggramPanelTest {
    @Test
    void theLikeliestTagIsAtTheTopAndEveryNameFindsItsPlace() {
        List<float[]> windows = List.of(new float[] {0.1f, 1, 0.5f}, new float[] {0.1f, 0, 0.5f}, new float[] {0.1f, 1, 0.5f});

        HeatMap panel = (HeatMap) TaggramPanel.of("Tags", List.of("quiet", "progressive rock with flutes", "slow"), windows, 1);

        assertThat(panel.vertical().ticks())
                .extracting(Axis.Tick::text)
                .containsExactly("quiet", "slow", "progressive rock with flutes");
        BufferedImage image = panel.image(30, 30);
        assertThat(image.getRGB(5, 5) & 0xffffff).isEqualTo(ColourMap.MAGMA.rgb(1));
        assertThat(image.getRGB(15, 5) & 0xffffff).isEqualTo(ColourMap.MAGMA.rgb(0));
        assertThat(image.getRGB(25, 15) & 0xffffff).isEqualTo(ColourMap.MAGMA.rgb(0.5));
        assertThat(panel.left()).isGreaterThan(28 * 5.5);
        assertThat(FeaturePanels.of("mel128", 1, 128, new float[128], 1, 0).left()).isEqualTo(66);
    }
}
