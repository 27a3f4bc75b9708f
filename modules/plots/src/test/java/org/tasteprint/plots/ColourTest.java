package org.tasteprint.plots;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColourTest {
    @Test
    void mapsBeginAndEndAsMatplotlibsDo() {
        assertThat(ColourMap.VIRIDIS.rgb(0)).isEqualTo(0x440154);
        assertThat(ColourMap.VIRIDIS.rgb(1)).isEqualTo(0xfde725);
        assertThat(ColourMap.MAGMA.rgb(0.5)).isEqualTo(0xb63679);
        assertThat(ColourMap.COOLWARM.rgb(0.5)).isEqualTo(0xdddddd);
        assertThat(ColourMap.MAGMA.rgb(-3)).isEqualTo(ColourMap.MAGMA.rgb(0));
        assertThat(ColourMap.MAGMA.rgb(3)).isEqualTo(ColourMap.MAGMA.rgb(1));
        assertThat(ColourMap.MAGMA.rgb(Double.NaN)).isEqualTo(0x9a9a9a);
    }

    @ParameterizedTest
    @EnumSource(names = {"VIRIDIS", "MAGMA"})
    void moreIsBrighter(ColourMap map) {
        double before = -1;
        for (int i = 0; i <= 200; i++) {
            int rgb = map.rgb(i / 200.0);
            double brightness = 0.2126 * (rgb >> 16) + 0.7152 * (rgb >> 8 & 0xff) + 0.0722 * (rgb & 0xff);
            assertThat(brightness).as("at %d of 200", i).isGreaterThan(before - 0.5);
            before = brightness;
        }
    }

    @Test
    void valuesDecideTheScale() {
        assertThat(ColourScale.covering(new float[] {2, 5, Float.NaN})).isEqualTo(new ColourScale(ColourMap.MAGMA, 2, 5, ""));
        assertThat(ColourScale.covering(new float[] {-1, 5}).map()).isEqualTo(ColourMap.COOLWARM);
        assertThat(ColourScale.covering(new float[] {3, 3})).isEqualTo(new ColourScale(ColourMap.MAGMA, 2.5, 3.5, ""));
        assertThat(ColourScale.fromZero(new float[] {0.5f, 2})).isEqualTo(new ColourScale(ColourMap.MAGMA, 0, 2, ""));
        assertThat(ColourScale.fromZero(new float[4])).isEqualTo(new ColourScale(ColourMap.MAGMA, 0, 1, ""));
        assertThat(ColourScale.aroundZero(new float[4])).isEqualTo(new ColourScale(ColourMap.COOLWARM, -1, 1, ""));
    }

    @Test
    void oneThatStandsOutDoesNotLeaveTheOthersOneColour() {
        float[] values = new float[100];
        for (int i = 0; i < 99; i++) {
            values[i] = i % 2 == 0 ? 3 : -4;
        }
        values[99] = -500;
        assertThat(ColourScale.aroundZero(values)).isEqualTo(new ColourScale(ColourMap.COOLWARM, -4, 4, ""));
    }
}
