package org.tasteprint.audio.synth;

import java.util.stream.IntStream;

/**
 * A chord built on a degree of a scale.
 *
 * @param scale where its notes come from
 * @param root  its degree
 * @param shape which steps above the root it has
 */
record Chord(Scale scale, int root, Shape shape) {
    /** The steps of a chord above its root; step 7 is the octave. */
    enum Shape {
        POWER(0, 4, 7),
        TRIAD(0, 2, 4),
        SUSPENDED(0, 3, 4),
        ADDED_NINTH(0, 1, 2, 4),
        SEVENTH(0, 2, 4, 6);

        private final int[] steps;

        Shape(int... steps) {
            this.steps = steps;
        }
    }

    /** Whether its fifth is perfect, neither diminished nor augmented. */
    boolean perfect() {
        return scale.pitch(root + 4) - scale.pitch(root) == 7;
    }

    /** The pitch of a step above the root, in the octave around {@code centre}. */
    int near(int centre, int step) {
        int pitch = scale.pitch(root + step);
        return centre - 6 + Math.floorMod(pitch - (centre - 6), 12);
    }

    /** The chord's notes in the octave around {@code centre}, lowest first: the inversion that moves least. */
    int[] voicing(int centre) {
        return IntStream.of(shape.steps).map(step -> near(centre, step)).sorted().distinct().toArray();
    }

    /** The chord's notes from a root at {@code centre} upwards, as a guitar's hand grips them. */
    int[] stacked(int centre) {
        int bottom = near(centre, 0);
        return IntStream.of(shape.steps)
                .map(step -> bottom + scale.pitch(root + step) - scale.pitch(root))
                .toArray();
    }

    /** The degree of the chord that is nearest to {@code degree}; of two, the lower. */
    int nearest(int degree) {
        for (int distance = 0; ; distance++) {
            if (has(degree - distance)) {
                return degree - distance;
            }
            if (has(degree + distance)) {
                return degree + distance;
            }
        }
    }

    private boolean has(int degree) {
        return IntStream.of(shape.steps).anyMatch(step -> Math.floorMod(degree - root - step, 7) == 0);
    }
}
