package org.tasteprint.backbone;

import java.util.SplittableRandom;
import org.tasteprint.audio.synth.Composer;
import org.tasteprint.audio.synth.Leaning;
import org.tasteprint.audio.synth.Song;
import org.tasteprint.audio.synth.Style;

/**
 * As many songs as are wanted, each a function of its number and the seed: the styles in turn, of every second round the songs as
 * they were composed, of the others {@linkplain Arranger arranged anew}.
 *
 * @param seed other seeds give other songs
 */
record Repertoire(long seed) {
    private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;

    /** @param number from 0 on */
    Performance song(int number) {
        SplittableRandom random = new SplittableRandom(seed ^ GOLDEN_RATIO * (number + 1));
        Style[] styles = Style.values();
        boolean inStyle = number / styles.length % 2 == 0;
        Song composed = Composer.compose(styles[number % styles.length], Leaning.random(random), random.nextLong());
        Song song = Arranger.fromAnyBar(composed, random);
        return new Performance(inStyle ? song : Arranger.anew(song, random), inStyle);
    }
}
