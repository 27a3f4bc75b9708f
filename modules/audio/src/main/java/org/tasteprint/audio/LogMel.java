package org.tasteprint.audio;

/** The log-mel spectrogram that the musicnn networks were trained on. */
public final class LogMel {
    public static final int SAMPLE_RATE_HZ = 16_000;
    public static final int HOP_SAMPLES = 256;
    public static final int BANDS = 96;

    private LogMel() {}

    /** Computes the log-mel spectrogram: {@code float[1 + samples / 256][96]}. */
    public static Spectrogram of(Pcm pcm) {
        throw new UnsupportedOperationException();
    }
}
