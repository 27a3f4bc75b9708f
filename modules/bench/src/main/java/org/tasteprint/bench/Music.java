package org.tasteprint.bench;

import java.time.Duration;
import org.tasteprint.audio.Pcm;
import org.tasteprint.audio.synth.Composer;
import org.tasteprint.audio.synth.Renderer;
import org.tasteprint.audio.synth.Sound;
import org.tasteprint.audio.synth.Style;

/** Something to measure with: the beginning of a song, the same on every machine. */
final class Music {
    static final int SECONDS = 30;

    private static final long SEED = 7;

    private Music() {}

    /** 30 seconds in mono. */
    static Pcm clip(int sampleRateHz) {
        return Renderer.render(Composer.compose(Style.ROCK, SEED), Duration.ofSeconds(SECONDS), sampleRateHz).mono();
    }

    /** 30 seconds in stereo at 44.1 kHz. */
    static Sound stereo() {
        return Renderer.renderStereo(Composer.compose(Style.ROCK, SEED), Duration.ofSeconds(SECONDS), 44_100);
    }
}
