package org.tasteprint.audio;

/**
 * The log-mel spectrogram that the musicnn networks were trained on (Pons and Serra, "musicnn: pre-trained convolutional neural
 * networks for music audio tagging", 2019): 16 kHz; STFT of 512 samples every 256, periodic Hann window, frame {@code t} centred
 * on sample {@code 256 t}, the ends mirrored; power; 96 Slaney mel bands up to 8 kHz; rounded to IEEE half precision; then
 * {@code log10(10000 x + 1)}. Safe for use by many threads.
 */
public final class LogMel {
    public static final int SAMPLE_RATE_HZ = 16_000;
    /** Samples from one frame to the next: 16 ms. */
    public static final int HOP_SAMPLES = 256;
    public static final int BANDS = 96;

    private static final float LARGEST_HALF = 65504;
    private static final MelFilters FILTERS =
            new MelFilters(BANDS, SAMPLE_RATE_HZ / 2.0, RealFft.BINS, SAMPLE_RATE_HZ);
    private static final float[] WINDOW = periodicHann();
    private static final float[] COMPRESSED = compressedHalves();

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
        float[] samples = pcm.samples();
        int frames = samples.length == 0 ? 0 : 1 + samples.length / HOP_SAMPLES;
        float[] values = new float[Math.multiplyExact(frames, BANDS)];
        RealFft fft = new RealFft();
        float[] frame = new float[RealFft.SIZE];
        float[] power = new float[RealFft.BINS];
        float[] energies = new float[BANDS];
        for (int t = 0; t < frames; t++) {
            cut(samples, t * HOP_SAMPLES - RealFft.SIZE / 2, frame);
            fft.power(frame, power);
            FILTERS.apply(power, energies);
            for (int band = 0; band < BANDS; band++) {
                values[t * BANDS + band] = compressed(energies[band]);
            }
        }
        return new Spectrogram(frames, BANDS, values);
    }

    /** Energies beyond half precision's range, which no sound of full scale reaches, count as the largest there is. */
    private static float compressed(float energy) {
        return COMPRESSED[Float.floatToFloat16(energy < LARGEST_HALF ? energy : LARGEST_HALF)];
    }

    /** The windowed samples from {@code start} on; beyond either end the sound is mirrored, as often as it takes. */
    private static void cut(float[] samples, int start, float[] frame) {
        if (start >= 0 && start <= samples.length - frame.length) {
            for (int i = 0; i < frame.length; i++) {
                frame[i] = samples[start + i] * WINDOW[i];
            }
            return;
        }
        int period = Math.max(1, 2 * (samples.length - 1));
        for (int i = 0; i < frame.length; i++) {
            int folded = Math.floorMod(start + i, period);
            frame[i] = samples[Math.min(folded, period - folded)] * WINDOW[i];
        }
    }

    private static float[] periodicHann() {
        float[] window = new float[RealFft.SIZE];
        for (int i = 0; i < window.length; i++) {
            window[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / window.length));
        }
        return window;
    }

    /** The logarithm of every half-precision number from 0 to the largest, by its bits: there are only 31 744. */
    private static float[] compressedHalves() {
        float[] table = new float[Float.floatToFloat16(LARGEST_HALF) + 1];
        for (int bits = 0; bits < table.length; bits++) {
            table[bits] = (float) Math.log10(10_000f * Float.float16ToFloat((short) bits) + 1f);
        }
        return table;
    }
}
