package org.tasteprint.audio;

import static java.util.Objects.requireNonNull;
import static org.tasteprint.audio.LogMel.BANDS;
import static org.tasteprint.audio.LogMel.HOP_SAMPLES;
import static org.tasteprint.audio.LogMel.SAMPLE_RATE_HZ;

import java.util.function.Consumer;
import org.tasteprint.audio.spectrum.FilterBank;
import org.tasteprint.audio.spectrum.Hann;
import org.tasteprint.audio.spectrum.MelFilters;
import org.tasteprint.audio.spectrum.RealFft;

/**
 * The log-mel spectrogram of sound that arrives in blocks: the frames that {@link LogMel#of} gives of the whole, each as soon as
 * its samples are there. Holds a few frames of sound, however long it lasts, and native memory, so it has to be closed. Not
 * safe for use by several threads.
 */
public final class LogMelStream implements SampleSink, AutoCloseable {
    private static final int FRAME = 512;
    /** Samples of the past that the last frames mirror, and some. */
    private static final int KEPT = 2 * FRAME;

    private static final float LARGEST_HALF = 65504;
    private static final FilterBank FILTERS =
            MelFilters.slaney(BANDS, SAMPLE_RATE_HZ / 2.0, FRAME / 2 + 1, SAMPLE_RATE_HZ);
    private static final float[] WINDOW = Hann.periodic(FRAME);
    private static final float[] COMPRESSED = compressedHalves();

    private final Consumer<float[]> frames;
    private final RealFft fft = new RealFft(FRAME);
    private final float[] frame = new float[FRAME];
    private final float[] power = new float[FILTERS.bins()];
    private final float[] energies = new float[BANDS];
    /** The last samples: those from {@code start} to {@code received}. */
    private final float[] sound = new float[32 * FRAME];

    private long start;
    private long received;
    private long frameCount;

    /** @param frames takes each frame, {@code float[96]}, valid during the call only */
    public LogMelStream(Consumer<float[]> frames) {
        this.frames = requireNonNull(frames, "frames is null");
    }

    /** Samples at {@link LogMel#SAMPLE_RATE_HZ} that have come so far. */
    public long samples() {
        return received;
    }

    @Override
    public void accept(float[] samples, int from, int count) {
        for (int taken = 0; taken < count; ) {
            forgetWhatIsDone();
            int used = (int) (received - start);
            int fitting = Math.min(count - taken, sound.length - used);
            System.arraycopy(samples, from + taken, sound, used, fitting);
            received += fitting;
            taken += fitting;
            // The first frame mirrors the sample after its second half.
            while (received > frameCount * HOP_SAMPLES + FRAME / 2) {
                compute();
            }
        }
    }

    /** Gives the frames at the end, in which the sound is mirrored. Nothing may come afterwards. */
    public void finish() {
        long total = received == 0 ? 0 : 1 + received / HOP_SAMPLES;
        while (frameCount < total) {
            compute();
        }
    }

    @Override
    public void close() {
        fft.close();
    }

    private void forgetWhatIsDone() {
        long done = Math.min(frameCount * HOP_SAMPLES, received) - KEPT;
        if (received - start == sound.length && done > start) {
            System.arraycopy(sound, (int) (done - start), sound, 0, (int) (received - done));
            start = done;
        }
    }

    private void compute() {
        cut(frameCount * HOP_SAMPLES - FRAME / 2);
        fft.power(frame, power);
        FILTERS.apply(power, energies);
        for (int band = 0; band < BANDS; band++) {
            energies[band] = compressed(energies[band]);
        }
        frameCount++;
        frames.accept(energies);
    }

    /** The windowed samples from {@code first} on; beyond either end the sound is mirrored, as often as it takes. */
    private void cut(long first) {
        if (first >= start && first <= received - FRAME) {
            int offset = (int) (first - start);
            for (int i = 0; i < FRAME; i++) {
                frame[i] = sound[offset + i] * WINDOW[i];
            }
            return;
        }
        long period = Math.max(1, 2 * (received - 1));
        for (int i = 0; i < FRAME; i++) {
            long folded = Math.floorMod(first + i, period);
            frame[i] = sound[(int) (Math.min(folded, period - folded) - start)] * WINDOW[i];
        }
    }

    /** Energies beyond half precision's range, which no sound of full scale reaches, count as the largest there is. */
    private static float compressed(float energy) {
        return COMPRESSED[Float.floatToFloat16(energy < LARGEST_HALF ? energy : LARGEST_HALF)];
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
