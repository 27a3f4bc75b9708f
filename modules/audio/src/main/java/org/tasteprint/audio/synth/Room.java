package org.tasteprint.audio.synth;

/**
 * The space that a song sounds in.
 *
 * @param reverbSeconds time in which the reverberation falls by 60 dB
 * @param echoBeats     distance of the echo's repetitions, in beats
 * @param echoFeedback  how much of an echo is left in the next, 0 up to below 1
 */
public record Room(double reverbSeconds, double echoBeats, double echoFeedback) {
    public Room {
        if (!(reverbSeconds > 0 && echoBeats > 0 && echoFeedback >= 0 && echoFeedback < 1)) {
            throw new IllegalArgumentException(
                    "a room has positive times and feedback in [0, 1); reverbSeconds=%s, echoBeats=%s, echoFeedback=%s"
                            .formatted(reverbSeconds, echoBeats, echoFeedback));
        }
    }
}
