package org.tasteprint.audio.synth;

import java.util.List;
import org.tasteprint.audio.synth.FrequencyModulation.Pair;
import org.tasteprint.audio.synth.Subtractive.Sweep;
import org.tasteprint.audio.synth.Subtractive.Vibrato;

/** How each instrument is made. */
final class Patches {
    private static final double[] ONE = {0};

    private Patches() {}

    /** A fresh patch for one rendering. */
    static Patch of(Instrument instrument) {
        return switch (instrument) {
            case PIANO -> new FrequencyModulation(
                    List.of(
                            new Pair(1, 1.001, 1.5, 0.35, new Envelope(0.002, 0.9, 0, 0.07), 0.75),
                            new Pair(1.003, 2.003, 0.9, 0.2, new Envelope(0.002, 0.6, 0, 0.07), 0.5),
                            new Pair(3.01, 7.1, 0.9, 0.03, new Envelope(0.001, 0.05, 0, 0.03), 0.2)),
                    0.5);
            case ELECTRIC_PIANO -> new FrequencyModulation(
                    List.of(
                            new Pair(1, 1, 1.1, 0.5, new Envelope(0.002, 1.4, 0, 0.12), 0.9),
                            new Pair(1, 14, 0.5, 0.07, new Envelope(0.001, 0.35, 0, 0.1), 0.35)),
                    0.55);
            case VIBRAPHONE -> new FrequencyModulation(
                    List.of(
                            new Pair(1, 4, 0.35, 0.15, new Envelope(0.002, 1.1, 0, 0.35), 0.9),
                            new Pair(4, 1, 0.2, 0.1, new Envelope(0.001, 0.18, 0, 0.1), 0.3)),
                    0.55);
            case HARPSICHORD -> new Pluck(9000, 0.08, 4.5, 0.11, 0.05, 0.6);
            case ACOUSTIC_GUITAR -> new Pluck(4200, 0.3, 3.5, 0.21, 0.09, 0.7);
            case DISTORTED_GUITAR -> new Pluck(5000, 0.12, 9, 0.13, 0.04, 0.9);
            case UPRIGHT_BASS -> new Pluck(1300, 0.42, 2.2, 0.3, 0.06, 0.95);
            case ELECTRIC_BASS -> new Pluck(2200, 0.25, 4, 0.16, 0.04, 0.9);
            case ORGAN -> new Subtractive(
                    Wavetable.ORGAN, ONE, new Envelope(0.006, 1, 1, 0.02), new Sweep(5000, 0, 1, 0.7),
                    new Vibrato(6.4, 7), 0, 0.4);
            case STRINGS -> new Subtractive(
                    Wavetable.SAW, new double[] {-7, 1, 8}, new Envelope(0.09, 0.5, 0.85, 0.14),
                    new Sweep(2100, 0.4, 0.3, 0.75), new Vibrato(5.3, 9), 0.03, 0.42);
            case FLUTE -> new Subtractive(
                    Wavetable.FLUTE, ONE, new Envelope(0.05, 0.3, 0.85, 0.06), new Sweep(3200, 0.5, 0.08, 0.7),
                    new Vibrato(5.1, 14), 0.09, 0.55);
            case SYNTH_BASS -> new Subtractive(
                    Wavetable.SAW, new double[] {0, 6}, new Envelope(0.003, 0.3, 0.7, 0.03),
                    new Sweep(420, 3, 0.11, 3.2), Vibrato.NONE, 0, 0.7);
            case SYNTH_LEAD -> new Subtractive(
                    Wavetable.SAW, new double[] {-9, 0, 9}, new Envelope(0.004, 0.25, 0.55, 0.08),
                    new Sweep(1300, 2.2, 0.16, 2.4), new Vibrato(5.8, 6), 0, 0.5);
            case SYNTH_PAD -> new Subtractive(
                    Wavetable.SAW, new double[] {-11, 10}, new Envelope(0.7, 1, 0.9, 0.6),
                    new Sweep(900, 0.8, 2.5, 0.9), Vibrato.NONE, 0.02, 0.42);
            case CHIP_PULSE -> new Subtractive(
                    Wavetable.PULSE, ONE, new Envelope(0.002, 0.2, 0.6, 0.01), new Sweep(9000, 0, 1, 0.7),
                    new Vibrato(6.5, 8), 0, 0.42);
            case CHIP_TRIANGLE -> new Subtractive(
                    Wavetable.TRIANGLE, ONE, new Envelope(0.002, 1, 1, 0.01), new Sweep(9000, 0, 1, 0.7),
                    Vibrato.NONE, 0, 0.7);
            case DRUMS -> Kits.acoustic();
            case DRUM_MACHINE -> Kits.machine();
            case CHIP_DRUMS -> Kits.chip();
        };
    }
}
