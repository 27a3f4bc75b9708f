package org.tasteprint.audio.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComposerTest {
    @ParameterizedTest
    @EnumSource(Style.class)
    void theSameSeedGivesTheSameSongAndAnotherSeedAnother(Style style) {
        assertThat(Composer.compose(style, 7)).isEqualTo(Composer.compose(style, 7));
        assertThat(Composer.compose(style, 7).parts()).isNotEqualTo(Composer.compose(style, 8).parts());
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void songsStayWithinTheirStyleAndVaryWithinIt(Style style) {
        List<Song> songs = songs(style, 40);
        assertThat(songs).allSatisfy(song -> {
            assertThat(song.tempoBpm()).isBetween(style.slowestBpm(), style.fastestBpm());
            assertThat(style.modes()).contains(song.mode());
        });
        assertThat(songs.stream().map(Song::tempoBpm).distinct().count()).isGreaterThan(8);
        assertThat(songs.stream().map(Song::key).distinct().count()).isGreaterThan(8);
        assertThat(songs.stream().map(Song::instruments).distinct().count()).isGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void tunesAndChordsAreInTheKeyOfTheSong(Style style) {
        for (Song song : songs(style, 10)) {
            Set<Integer> scale = new HashSet<>();
            song.mode().semitones().forEach(step -> scale.add((song.tonic() + step) % 12));
            List<Note> tones = song.parts().stream()
                    .filter(part -> !part.instrument().percussion())
                    .flatMap(part -> part.notes().stream())
                    .toList();
            long inKey = tones.stream().filter(note -> scale.contains(note.pitch() % 12)).count();
            // A walking bass steps into the next root chromatically; nothing else leaves the key.
            assertThat((double) inKey / tones.size()).isGreaterThan(style == Style.JAZZ ? 0.85 : 0.999);
        }
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void everyPartStaysInTheSongAndInTheRangeOfItsInstrument(Style style) {
        for (Song song : songs(style, 10)) {
            assertThat(song.parts()).allSatisfy(part -> assertThat(part.notes()).isNotEmpty().allSatisfy(note -> {
                assertThat(note.beat()).isLessThan(song.beats());
                assertThat(note.pitch()).isBetween(24, 100);
            }));
        }
    }

    @Test
    void paceAndDensityAreHeardInTheScore() {
        for (Style style : Style.values()) {
            assertThat(Composer.compose(style, new Leaning(0, 0.5, 0.5), 1).tempoBpm()).isEqualTo(style.slowestBpm());
            assertThat(Composer.compose(style, new Leaning(1, 0.5, 0.5), 1).tempoBpm()).isEqualTo(style.fastestBpm());
        }
        assertThat(notesPerBeat(1)).isGreaterThan(1.4 * notesPerBeat(0));
    }

    @Test
    void acousticStylesAreAcousticAndElectricOnesAreNot() {
        assertThat(songs(Style.BAROQUE, 5)).allSatisfy(song -> assertThat(song.acousticness()).isEqualTo(1));
        assertThat(songs(Style.CHIPTUNE, 5)).allSatisfy(song -> assertThat(song.acousticness()).isZero());
        assertThat(songs(Style.ROCK, 5)).allSatisfy(song -> assertThat(song.acousticness()).isBetween(0.1, 0.5));
    }

    @Test
    void aLeaningOutsideOfItsRangeIsRefusedByName() {
        assertThatThrownBy(() -> new Leaning(0.5, 1.5, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("brightness=1.5");
    }

    private static double notesPerBeat(double density) {
        List<Double> rates = new ArrayList<>();
        for (Style style : Style.values()) {
            for (int seed = 0; seed < 10; seed++) {
                Song song = Composer.compose(style, new Leaning(0.5, 0.5, density), seed);
                rates.add(song.parts().stream().mapToInt(part -> part.notes().size()).sum() / (double) song.beats());
            }
        }
        return rates.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static List<Song> songs(Style style, int count) {
        return IntStream.range(0, count).mapToObj(seed -> Composer.compose(style, seed)).toList();
    }

    @Test
    void everyInstrumentIsPlayedInSomeStyle() {
        Set<Instrument> played = new HashSet<>();
        Stream.of(Style.values()).flatMap(style -> songs(style, 40).stream()).forEach(s -> played.addAll(s.instruments()));
        assertThat(played).containsExactlyInAnyOrder(Instrument.values());
    }
}
