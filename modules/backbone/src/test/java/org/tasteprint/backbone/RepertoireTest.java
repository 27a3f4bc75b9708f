package org.tasteprint.backbone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tasteprint.audio.LogMel;
import org.tasteprint.audio.synth.Instrument;
import org.tasteprint.audio.synth.Style;
import org.tasteprint.nets.Patches;

class RepertoireTest {
    private static final Repertoire SONGS = new Repertoire(5);

    @Test
    void aNumberIsASong() {
        assertThat(SONGS.song(11)).isEqualTo(new Repertoire(5).song(11));
        assertThat(SONGS.song(11)).isNotEqualTo(new Repertoire(6).song(11)).isNotEqualTo(SONGS.song(12));
    }

    @Test
    void everyStyleIsHeldOutAndEveryInstrumentIsHeardInOtherStylesThanItsOwn() {
        assertThat(IntStream.range(0, 400)
                        .filter(BackboneSettings.SHIPPED::heldOut)
                        .mapToObj(number -> SONGS.song(number).song().style())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Style.values());
        assertThat(IntStream.range(0, 400)
                        .mapToObj(SONGS::song)
                        .filter(performance -> performance.song().style() == Style.BAROQUE && !performance.inStyle())
                        .flatMap(performance -> performance.song().instruments().stream())
                        .collect(Collectors.toSet()))
                .contains(Instrument.DISTORTED_GUITAR, Instrument.CHIP_PULSE, Instrument.ELECTRIC_BASS);
    }

    @Test
    void tagsSayWhatSoundsAndWhen() {
        Performance techno = IntStream.range(0, 100)
                .mapToObj(SONGS::song)
                .filter(performance -> performance.inStyle() && performance.song().style() == Style.TECHNO)
                .findFirst()
                .orElseThrow();

        long[] timeline = TagTimeline.of(techno, 40);

        long whole = TagTimeline.during(timeline, 0, 40 * TagTimeline.FRAMES);
        assertThat(names(whole)).contains("techno", "drum machine", "percussion", "electric").doesNotContain("drums", "slow");
        assertThat(names(whole).contains("fast")).isEqualTo(techno.song().tempoBpm() >= 130);
        // A window that no stretch lies in wholly knows nothing.
        assertThat(TagTimeline.during(timeline, 1, TagTimeline.FRAMES)).isZero();
    }

    @Test
    void aDisguiseChangesThePatchAndKeepsItALogMelPatch() {
        float[] patch = new float[Patches.FRAMES * LogMel.BANDS];
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < patch.length; i++) {
            patch[i] = (float) (2 * random.nextDouble());
        }
        float[] disguised = patch.clone();

        new Disguise(random).apply(disguised, 0);

        assertThat(disguised).isNotEqualTo(patch);
        for (float value : disguised) {
            assertThat(value).isBetween(0f, 8f);
        }
    }

    private static TreeSet<String> names(long set) {
        return IntStream.range(0, Tags.names().size())
                .filter(tag -> Tags.holds(set, tag))
                .mapToObj(Tags.names()::get)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
