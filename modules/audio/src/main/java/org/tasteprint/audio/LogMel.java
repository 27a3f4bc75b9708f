package org.tasteprint.audio;

/**
 * The log-mel spectrogram that the musicnn networks were trained on (Pons and Serra, "musicnn: pre-trained convolutional neural
 * networks for music audio tagging", 2019): 16 kHz; STFT of 512 samples every 256, periodic Hann window, frame {@code t} centred
 * on sample {@code 256 t}, the ends mirrored; power; 96 Slaney mel bands up to 8 kHz; rounded to IEEE half precision; then
 * {@code log10(10000 x + 1)}. Safe for use by many threads; {@link LogMelStream} computes it while sound arrives.
 */
public final class LogMel {
    public static final int SAMPLE_RATE_HZ = 16_000;
    /** Samples from one frame to the next: 16 ms. */
    public static final int HOP_SAMPLES = 256;
    public static final int BANDS = 96;

    private LogMel() {}

    /**
     * Computes the log-mel spectrogram: {@code float[1 + samples / 256][96]}, values from 0 (silence) to about 7. Sound without
     * samples has no frames.
     *
     * @throws IllegalArgumentException when the sound is not at {@link #SAMPLE_RATE_HZ}
     */
    public static Spectrogram of(Pcm pcm) {
        if (pcm.sampleRateHz() != SAMPLE_RATE_HZ) {
            throw new IllegalArgumentException(
                    "sampleRateHz must be %d; sampleRateHz=%d".formatted(SAMPLE_RATE_HZ, pcm.sampleRateHz()));
        }
        int samples = pcm.samples().length;
        float[] values = new float[Math.multiplyExact(samples == 0 ? 0 : 1 + samples / HOP_SAMPLES, BANDS)];
        int[] frames = {0};
        try (LogMelStream stream =
                new LogMelStream(frame -> System.arraycopy(frame, 0, values, frames[0]++ * BANDS, BANDS))) {
            stream.accept(pcm.samples(), 0, samples);
            stream.finish();
        }
        return new Spectrogram(frames[0], BANDS, values);
    }
}
