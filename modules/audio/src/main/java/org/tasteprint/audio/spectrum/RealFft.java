package org.tasteprint.audio.spectrum;

import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Spectra of real samples in single precision: cells are exact to about 2e-7 of the largest. Holds native memory, so it has to be
 * closed. Not safe for use by several threads.
 */
public final class RealFft implements AutoCloseable {
    private final int size;
    private final NativeTransform transform;
    private final FloatPointer input;
    private final FloatPointer output;
    private final float[] cells;

    /** @param size samples in a frame: a power of two from 4 */
    public RealFft(int size) {
        this.size = NativeTransform.requireSize(size);
        try (FloatPointer one = new FloatPointer(1f)) {
            transform = new NativeTransform(avutil.AV_TX_FLOAT_RDFT, false, size, one);
        }
        input = new FloatPointer(avutil.av_malloc((long) size * Float.BYTES));
        output = new FloatPointer(avutil.av_malloc((size + 2L) * Float.BYTES));
        cells = new float[size + 2];
    }

    /** Bins of a spectrum, from 0 to half the sample rate. */
    public int bins() {
        return size / 2 + 1;
    }

    /**
     * Writes the spectrum of {@code samples[from .. from + size - 1]}.
     *
     * @param spectrum {@code float[bins][2]}: the real and the imaginary part of each bin
     */
    public void transform(float[] samples, int from, float[] spectrum) {
        input.put(samples, from, size);
        transform.run(input, output, Float.BYTES);
        output.get(spectrum, 0, size + 2);
    }

    /**
     * Writes the squared magnitudes of a spectrum.
     *
     * @param frame {@code float[size]} windowed samples
     * @param power {@code float[bins]} result
     */
    public void power(float[] frame, float[] power) {
        transform(frame, 0, cells);
        for (int bin = 0; bin < bins(); bin++) {
            float re = cells[2 * bin];
            float im = cells[2 * bin + 1];
            power[bin] = re * re + im * im;
        }
    }

    @Override
    public void close() {
        transform.close();
        avutil.av_free(input);
        avutil.av_free(output);
    }
}
