package org.tasteprint.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tasteprint.core.TasteprintException;

class HopTest {
    @Test
    void isWrittenInSeconds() {
        assertThat(Hop.parse("1s")).isEqualTo(Hop.ONE_SECOND);
        assertThat(Hop.parse(" 3s ")).isEqualTo(Hop.THREE_SECONDS);
    }

    @Test
    void saysWhichThereAre() {
        assertThatThrownBy(() -> Hop.parse("2s"))
                .isInstanceOf(TasteprintException.class)
                .hasMessage("hop '2s' is not known; it is one of 1s, 3s");
    }
}
