package org.tasteprint.audio.spectrum;

import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.DoublePointer;

/**
 * Spectra of real samples in double precision, at about three times the cost of {@link RealFft}. Holds native memory, so it has
 * to be closed. Not safe for use by several threads.
 */
public final class DoubleRealFft implements AutoCloseable {
    private final int size;
    private final NativeTransform transform;
    private final DoublePointer input;
    private final DoublePointer output;

    /** @param size samples in a frame: a power of two from 4 */
    public DoubleRealFft(int size) {
        this.size = NativeTransform.requireSize(size);
        try (DoublePointer one = new DoublePointer(1.0)) {
            transform = new NativeTransform(avutil.AV_TX_DOUBLE_RDFT, false, size, one);
        }
        input = new DoublePointer(avutil.av_malloc((long) size * Double.BYTES));
        output = new DoublePointer(avutil.av_malloc((size + 2L) * Double.BYTES));
    }

    /** Bins of a spectrum, from 0 to half the sample rate. */
    public int bins() {
        return size / 2 + 1;
    }

    /**
     * Writes a spectrum.
     *
     * @param frame    {@code double[size]} windowed samples
     * @param spectrum {@code double[bins][2]}: the real and the imaginary part of each bin
     */
    public void transform(double[] frame, double[] spectrum) {
        input.put(frame, 0, size);
        transform.run(input, output, Double.BYTES);
        output.get(spectrum, 0, size + 2);
    }

    @Override
    public void close() {
        transform.close();
        avutil.av_free(input);
        avutil.av_free(output);
    }
}
