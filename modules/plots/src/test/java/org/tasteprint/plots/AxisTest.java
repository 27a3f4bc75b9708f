package org.tasteprint.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void timesBelowAMinuteAreRoundSeconds() {
        assertThat(texts(Axis.time(0, 30))).containsExactly("0", "5", "10", "15", "20", "25", "30");
        assertThat(Axis.time(0, 30).label()).isEqualTo("Time (s)");
        assertThat(texts(Axis.time(10, 2))).containsExactly("10.0", "10.2", "10.4", "10.6", "10.8", "11.0", "11.2", "11.4", "11.6", "11.8", "12.0");
        assertThat(Axis.time(0, 30).ticks().get(3).position()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void timesBeyondAreClockTimes() {
        assertThat(texts(Axis.time(45, 30))).containsExactly("0:45", "0:50", "0:55", "1:00", "1:05", "1:10", "1:15");
        assertThat(texts(Axis.time(0, 240))).containsExactly("0:00", "0:30", "1:00", "1:30", "2:00", "2:30", "3:00", "3:30", "4:00");
        assertThat(texts(Axis.time(3600, 600))).startsWith("1:00:00", "1:01:00");
        assertThat(Axis.time(0, 240).label()).isEqualTo("Time (min:s)");
    }

    @Test
    void roundValuesCoverARangeInFewSteps() {
        assertThat(texts(Axis.round("dB", -80, 0, 5))).containsExactly("−80", "−60", "−40", "−20", "0");
        assertThat(texts(Axis.round("", 0, 1, 5))).containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
        assertThat(texts(Axis.round("", -0.013, 0.031, 4))).containsExactly("0.00", "0.02");
        assertThat(texts(Axis.round("", 0, 1234, 4))).containsExactly("0", "500", "1000");
    }

    @Test
    void namesStandAtTheMiddleOfTheirRows() {
        List<Axis.Tick> ticks = Axis.names("", List.of("C", "", "D", "")).ticks();
        assertThat(ticks).containsExactly(new Axis.Tick(0.125, "C"), new Axis.Tick(0.625, "D"));
    }

    @Test
    void scalesPlaceValues() {
        assertThat(Scale.linear(-80, 0).position(-20)).isCloseTo(0.75, within(1e-12));
        assertThat(Scale.logarithmic(16, 256).position(64)).isCloseTo(0.5, within(1e-12));
        // 1 kHz is 15 mel and 6.4 kHz is 42: linear below, logarithmic above.
        assertThat(Scale.mel(6400).position(1000)).isCloseTo(15 / 42.0, within(1e-12));
        assertThat(Scale.mel(6400).position(500)).isCloseTo(7.5 / 42, within(1e-12));
        assertThat(Scale.mel(6400).position(Math.sqrt(6.4) * 1000)).isCloseTo(28.5 / 42, within(1e-12));
        assertThatThrownBy(() -> Scale.linear(1, 1)).hasMessage("low must be less than high; low=1.0, high=1.0");
        assertThatThrownBy(() -> Scale.logarithmic(0, 1)).hasMessage("low must be positive; low=0.0");
    }

    private static List<String> texts(Axis axis) {
        return axis.ticks().stream().map(Axis.Tick::text).toList();
    }
}
