package org.tasteprint.audio.synth;

import java.util.SplittableRandom;

/** A way to play: writes what one part does in one bar. */
@FunctionalInterface
interface Figure {
    void play(Bar bar, Line line, SplittableRandom random);
}
