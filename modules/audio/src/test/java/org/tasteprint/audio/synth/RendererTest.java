package org.tasteprint.audio.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RendererTest {
    private static final int RATE_HZ = 22050;

    @ParameterizedTest
    @EnumSource(Style.class)
    void theSameSongGivesTheSameSamples(Style style) {
        Song song = Composer.compose(style, 3);
        assertThat(render(song, 3)).isEqualTo(render(song, 3));
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void aSongIsAsLoudAsItsStyleAndNeitherClipsNorDriftsNorFallsSilent(Style style) {
        for (int seed = 0; seed < 3; seed++) {
            float[] samples = render(Composer.compose(style, seed), 8);
            assertThat(samples).hasSize(8 * RATE_HZ);
            assertThat(20 * Math.log10(Listening.rms(samples))).isCloseTo(style.loudnessDb(), within(1.5));
            assertThat(peak(samples)).isBetween(0.2, 0.97);
            assertThat(Listening.mean(samples)).isCloseTo(0, within(1e-3));
            assertThat(Listening.longestSilenceSeconds(samples, RATE_HZ)).isLessThan(1);
        }
    }

    @Test
    void aShortSongBeginsAgain() {
        Note note = new Note(0, 0.5, 69, 1);
        Song beeps = song(60, List.of(new Part(Instrument.CHIP_TRIANGLE, new Part.Mix(1, 0, 0, 0), List.of(note))));
        assertThat(beeps.duration()).isEqualTo(Duration.ofSeconds(4));
        float[] samples = render(beeps, 9);
        assertThat(Listening.amplitude(samples, 8 * RATE_HZ, RATE_HZ / 4, 440, RATE_HZ)).isGreaterThan(0.1);
        assertThat(Listening.amplitude(samples, 6 * RATE_HZ, RATE_HZ / 4, 440, RATE_HZ)).isLessThan(1e-3);
    }

    @Test
    void machinesPlayAtTheTempoOfTheSong() {
        for (int seed = 0; seed < 6; seed++) {
            Song song = Composer.compose(Style.TECHNO, seed);
            double heard = Listening.tempoBpm(render(song, 16), RATE_HZ, 100, 160);
            assertThat(heard).isCloseTo(song.tempoBpm(), within(2.0));
        }
    }

    @Test
    void theKeyIsHeardInTheSound() {
        int strong = 0;
        int songs = 0;
        for (Style style : List.of(Style.AMBIENT, Style.FOLK, Style.BAROQUE)) {
            for (int seed = 0; seed < 4; seed++) {
                Song song = Composer.compose(style, seed);
                double[] chroma = Listening.chroma(render(song, 12), RATE_HZ);
                double inScale = song.mode().semitones().stream()
                        .mapToDouble(step -> chroma[(song.tonic() + step) % 12])
                        .sum();
                assertThat(inScale / Arrays.stream(chroma).sum()).isGreaterThan(0.85);
                long louder = IntStream.range(0, 12).filter(i -> chroma[i] > chroma[song.tonic()]).count();
                strong += louder < 3 ? 1 : 0;
                songs++;
            }
        }
        assertThat(strong).as("songs whose tonic is among the three strongest of 12, of %d", songs).isGreaterThanOrEqualTo(8);
    }

    @ParameterizedTest
    @EnumSource(
            value = Instrument.class,
            mode = Mode.EXCLUDE,
            names = {"DRUMS", "DRUM_MACHINE", "CHIP_DRUMS"})
    void everyInstrumentIsInTune(Instrument instrument) {
        for (int pitch : new int[] {45, 57, 69}) {
            Note note = new Note(0, 1.8, pitch, 0.9);
            Song held = song(60, List.of(new Part(instrument, new Part.Mix(1, 0, 0, 0), List.of(note))));
            float[] samples = render(held, 2);
            double strongest = 0;
            int centsOff = 0;
            for (int cents = -60; cents <= 60; cents += 5) {
                double strength = harmonics(samples, pitch, cents);
                if (strength > strongest) {
                    strongest = strength;
                    centsOff = cents;
                }
            }
            assertThat(centsOff).as("cents off at MIDI %d", pitch).isBetween(-15, 15);
        }
    }

    @Test
    void brightSongsHaveMoreTrebleThanDarkOnes() {
        for (Style style : Style.values()) {
            double dark = trebleShare(render(Composer.compose(style, new Leaning(0.5, 0.1, 0.5), 5), 6));
            double bright = trebleShare(render(Composer.compose(style, new Leaning(0.5, 0.9, 0.5), 5), 6));
            assertThat(bright).as(style.label()).isGreaterThan(1.5 * dark);
        }
    }

    @Test
    void stereoPutsPartsToTheSidesAndMixesDownToTheSameLength() {
        Sound stereo = Renderer.renderStereo(Composer.compose(Style.ROCK, 1), Duration.ofSeconds(3), RATE_HZ);
        assertThat(stereo.channels()).hasSize(2);
        assertThat(stereo.channels().getFirst()).isNotEqualTo(stereo.channels().getLast());
        assertThat(stereo.mono().samples()).hasSize(3 * RATE_HZ);
    }

    @Test
    void aRateOrDurationThatMakesNoSenseIsRefusedByName() {
        Song song = Composer.compose(Style.FOLK, 1);
        assertThatThrownBy(() -> Renderer.render(song, Duration.ofSeconds(1), 4000)).hasMessageContaining("=4000");
        assertThatThrownBy(() -> Renderer.render(song, Duration.ZERO, RATE_HZ)).hasMessageContaining("PT0S");
    }

    private static double harmonics(float[] samples, int pitch, int cents) {
        double hertz = 440 * Math.pow(2, (pitch - 69) / 12.0 + cents / 1200.0);
        double sum = 0;
        for (int harmonic = 1; harmonic <= 4; harmonic++) {
            sum += Listening.amplitude(samples, RATE_HZ / 10, RATE_HZ, harmonic * hertz, RATE_HZ);
        }
        return sum;
    }

    /** Energy of the difference between neighbouring samples over the energy of the samples: grows with the treble. */
    private static double trebleShare(float[] samples) {
        float[] differences = new float[samples.length - 1];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = samples[i + 1] - samples[i];
        }
        return Math.pow(Listening.rms(differences) / Listening.rms(samples), 2);
    }

    private static Song song(int tempoBpm, List<Part> parts) {
        Leaning middle = new Leaning(0.5, 0.5, 0.5);
        List<Section> form = List.of(new Section("all", 1, 1));
        return new Song(
                Style.FOLK, tempoBpm, 0, org.tasteprint.audio.synth.Mode.MAJOR, 4, middle, new Room(1, 1, 0), form, parts);
    }

    private static float[] render(Song song, int seconds) {
        return Renderer.render(song, Duration.ofSeconds(seconds), RATE_HZ).channels().getFirst();
    }

    private static double peak(float[] samples) {
        double peak = 0;
        for (float sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }
}
