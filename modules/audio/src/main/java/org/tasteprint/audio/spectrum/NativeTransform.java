package org.tasteprint.audio.spectrum;

import org.bytedeco.ffmpeg.avutil.AVTXContext;
import org.bytedeco.ffmpeg.avutil.av_tx_fn;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/** One of FFmpeg's transforms of real samples: its tables, and the function that FFmpeg chose for this processor. */
final class NativeTransform implements AutoCloseable {
    /** Room for FFmpeg's handle on the transform, and for the address of its function with JavaCPP's field behind it. */
    private final PointerPointer<AVTXContext> handle = new PointerPointer<>(1);

    private final PointerPointer<Pointer> address = new PointerPointer<>(2);
    private final av_tx_fn function;
    private final AVTXContext context;

    /**
     * @param type    {@code AV_TX_FLOAT_RDFT} or {@code AV_TX_DOUBLE_RDFT}
     * @param inverse whether it goes from spectra to samples
     * @param size    samples, a power of two from 4
     * @param scale   what every cell is multiplied by, in the type's precision
     */
    NativeTransform(int type, boolean inverse, int size, Pointer scale) {
        handle.put(0, null);
        address.put(0, null);
        address.put(1, null);
        function = new av_tx_fn(address);
        int code = avutil.av_tx_init(handle, function, type, inverse ? 1 : 0, size, scale, 0);
        if (code < 0) {
            close();
            throw new IllegalStateException("FFmpeg has no transform of %d samples (error %d)".formatted(size, code));
        }
        context = handle.get(AVTXContext.class, 0);
    }

    static int requireSize(int size) {
        if (size < 4 || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("size must be a power of two from 4; size=" + size);
        }
        return size;
    }

    void run(Pointer input, Pointer output, long bytesPerCell) {
        function.call(context, output, input, bytesPerCell);
    }

    @Override
    public void close() {
        avutil.av_tx_uninit(handle);
        handle.close();
        address.close();
    }
}
