package org.tasteprint.audio.spectrum;

import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Real samples from their spectra in single precision: what {@link RealFft} does, undone. Holds native memory, so it has to be
 * closed. Not safe for use by several threads.
 */
public final class InverseRealFft implements AutoCloseable {
    private final int size;
    private final NativeTransform transform;
    private final FloatPointer input;
    private final FloatPointer output;

    /** @param size samples in a frame: a power of two from 4 */
    public InverseRealFft(int size) {
        this.size = NativeTransform.requireSize(size);
        try (FloatPointer scale = new FloatPointer(1f / size)) {
            transform = new NativeTransform(avutil.AV_TX_FLOAT_RDFT, true, size, scale);
        }
        input = new FloatPointer(avutil.av_malloc((size + 2L) * Float.BYTES));
        output = new FloatPointer(avutil.av_malloc((long) size * Float.BYTES));
    }

    /**
     * Writes the samples of a spectrum.
     *
     * @param spectrum {@code float[size / 2 + 1][2]}: the real and the imaginary part of each bin
     * @param samples  {@code float[size]} result
     */
    public void transform(float[] spectrum, float[] samples) {
        input.put(spectrum, 0, size + 2);
        transform.run(input, output, 2L * Float.BYTES);
        output.get(samples, 0, size);
    }

    @Override
    public void close() {
        transform.close();
        avutil.av_free(input);
        avutil.av_free(output);
    }
}
