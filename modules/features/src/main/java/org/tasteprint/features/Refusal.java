package org.tasteprint.features;

import java.nio.file.Path;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/** Why sound that can be decoded has no features. */
final class Refusal {
    private Refusal() {}

    /**
     * Refuses sound that is shorter than a feature needs.
     *
     * @param seconds       how long it is
     * @param neededSeconds how long it would have to be
     */
    static TasteprintException tooShort(Path audio, double seconds, int neededSeconds) {
        double roundedDown = Math.floor(seconds * 10) / 10; // 2.97 is not to read "3.0 s"
        return refused(audio, "is %.1f s long; at least %d s are needed".formatted(roundedDown, neededSeconds));
    }

    /** Refuses sound that never exceeds {@link FeatureExtractor#SILENCE_PEAK}. */
    static TasteprintException silent(Path audio) {
        return refused(audio, "is silent: nothing in it is louder than -80 dB; check the recording, or leave it out");
    }

    private static TasteprintException refused(Path audio, String what) {
        return new TasteprintException(Kind.INVALID_INPUT, audio + " " + what);
    }
}
