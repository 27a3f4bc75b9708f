package org.tasteprint.audio.synth;

import java.util.SplittableRandom;

/**
 * Ways to accompany. Patterns have a sign for every sixteenth: {@code .} is a rest, {@code x}, {@code o} and {@code -} are loud,
 * middling and soft, and in a riff a digit is the step above the chord's root (1 root, 3 third, 5 fifth, 8 octave).
 */
final class Figures {
    private static final double STEP = 0.25;

    private Figures() {}

    /** The chord, held for the bar. */
    static Figure pad(int centre, double velocity) {
        return (bar, line, random) -> {
            for (int pitch : bar.chord().voicing(centre)) {
                line.add(bar.beat(), bar.beats(), pitch, velocity);
            }
        };
    }

    /** Root and fifth low down, as long as the bar. */
    static Figure drone(int centre, double velocity) {
        return (bar, line, random) -> {
            line.add(bar.beat(), bar.beats(), bar.chord().near(centre, 0), velocity);
            line.add(bar.beat(), bar.beats(), bar.chord().near(centre + 7, 4), 0.7 * velocity);
        };
    }

    /** The chord struck in a rhythm, close together. */
    static Figure chops(String pattern, int centre, double heldBeats) {
        return (bar, line, random) -> {
            for (int step = 0; step < bar.steps(); step++) {
                double velocity = velocity(bar.sign(pattern, step));
                for (int pitch : velocity == 0 ? new int[0] : bar.chord().voicing(centre)) {
                    line.add(bar.beat() + step * STEP, heldBeats, pitch, velocity);
                }
            }
        };
    }

    /** The chord strummed in a rhythm, string after string, each stroke ringing until the next. */
    static Figure strum(String pattern, int centre, double delayBeats) {
        return (bar, line, random) -> {
            for (int step = 0; step < bar.steps(); step++) {
                double velocity = velocity(bar.sign(pattern, step));
                if (velocity > 0) {
                    double held = gap(bar, pattern, step);
                    int string = 0;
                    for (int pitch : bar.chord().stacked(centre)) {
                        line.add(bar.beat() + step * STEP + delayBeats * string++, held, pitch, velocity);
                    }
                }
            }
        };
    }

    /** The chord's notes one after the other; {@code order} indexes them, the number of notes being the octave above. */
    static Figure broken(int[] order, double stepBeats, int centre, double heldBeats, double velocity) {
        return (bar, line, random) -> {
            int[] notes = bar.chord().voicing(centre);
            int count = (int) Math.round(bar.beats() / stepBeats);
            for (int i = 0; i < count; i++) {
                int note = order[i % order.length];
                int pitch = notes[note % notes.length] + 12 * (note / notes.length);
                double accent = i % 4 == 0 ? 1 : 0.82;
                line.add(bar.beat() + i * stepBeats, heldBeats, pitch, velocity * accent);
            }
        };
    }

    /** One note at a time in a rhythm, on steps of the chord; each is held for its share {@code gate} of the time to the next. */
    static Figure riff(String pattern, int centre, double gate, double velocity) {
        return (bar, line, random) -> {
            Scale scale = bar.chord().scale();
            int root = bar.chord().root();
            for (int step = 0; step < bar.steps(); step++) {
                char sign = bar.sign(pattern, step);
                if (sign != '.') {
                    int above = scale.pitch(root + sign - '1') - scale.pitch(root);
                    double accent = step % 4 == 0 ? 1 : 0.84;
                    line.add(
                            bar.beat() + step * STEP,
                            gate * gap(bar, pattern, step),
                            bar.chord().near(centre, 0) + above,
                            velocity * accent);
                }
            }
        };
    }

    /** A bass that walks in quarters: the root, the scale, and a step into the next root. */
    static Figure walk(int centre) {
        return (bar, line, random) -> {
            Scale scale = bar.chord().scale();
            int root = bar.chord().near(centre, 0);
            int target = bar.next().near(centre, 0);
            int degree = scale.degreeBelow(root);
            int direction = target >= root ? 1 : -1;
            for (int beat = 0; beat < bar.beats(); beat++) {
                int pitch = switch (bar.beats() - beat) {
                    case 1 -> target + (random.nextBoolean() ? 1 : -1);
                    default -> scale.pitch(degree);
                };
                line.add(bar.beat() + beat, 0.92, pitch, beat % 2 == 0 ? 0.85 : 0.95);
                degree += direction * (random.nextInt(3) == 0 ? 2 : 1);
            }
        };
    }

    /** A pattern of random steps for {@link #riff}, dense as told; always sounds on the first beat. */
    static String randomRiff(int steps, double density, SplittableRandom random) {
        String choices = "111358742";
        StringBuilder riff = new StringBuilder("1");
        while (riff.length() < steps) {
            riff.append(random.nextDouble() < density ? choices.charAt(random.nextInt(choices.length())) : '.');
        }
        return riff.toString();
    }

    /** How loud a sign is; 0 for a rest. */
    static double velocity(char sign) {
        return switch (sign) {
            case 'x' -> 0.95;
            case 'o' -> 0.68;
            case '-' -> 0.38;
            default -> 0;
        };
    }

    /** Beats from a step to the pattern's next sound in the bar, or to the bar's end. */
    private static double gap(Bar bar, String pattern, int step) {
        int next = step + 1;
        while (next < bar.steps() && bar.sign(pattern, next) == '.') {
            next++;
        }
        return (next - step) * STEP;
    }
}
