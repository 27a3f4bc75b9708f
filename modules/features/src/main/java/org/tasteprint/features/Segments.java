package org.tasteprint.features;

import java.util.Arrays;
import org.tasteprint.audio.Spectrogram;
import org.tasteprint.nets.Patches;

/**
 * The segments of a track: windows of 187 frames, 2.992 s, that start at frame 0, {@code hop}, 2 {@code hop}… as long as they
 * are full. What is left at the end belongs to none.
 */
final class Segments {
    static final int FRAMES = Hop.THREE_SECONDS.frames();

    private final Spectrogram spectrogram;
    private final int hopFrames;

    Segments(Spectrogram spectrogram, Hop hop) {
        this.spectrogram = spectrogram;
        this.hopFrames = hop.frames();
    }

    int count() {
        return spectrogram.frames() < FRAMES ? 0 : 1 + (spectrogram.frames() - FRAMES) / hopFrames;
    }

    /** Segments {@code from} (inclusive) to {@code to} (exclusive). */
    Patches patches(int from, int to) {
        return new Patches(spectrogram.values(), hopFrames, count()).part(from, to - from);
    }

    /**
     * Mean, standard deviation (of the population) and mean absolute change from one frame to the next of every band:
     * float[count][3][bands].
     */
    float[] statistics() {
        int bands = spectrogram.bands();
        float[] statistics = new float[count() * 3 * bands];
        for (int segment = 0; segment < count(); segment++) {
            float[] frames = patches(segment, segment + 1).frames();
            double[] sum = new double[bands];
            double[] change = new double[bands];
            for (int i = 0; i < frames.length; i++) {
                sum[i % bands] += frames[i];
                change[i % bands] += i < bands ? 0 : Math.abs(frames[i] - frames[i - bands]);
            }
            double[] mean = Arrays.stream(sum).map(s -> s / FRAMES).toArray();
            double[] squares = new double[bands];
            for (int i = 0; i < frames.length; i++) {
                double deviation = frames[i] - mean[i % bands];
                squares[i % bands] += deviation * deviation;
            }
            int at = segment * 3 * bands;
            for (int band = 0; band < bands; band++) {
                statistics[at + band] = (float) mean[band];
                statistics[at + bands + band] = (float) Math.sqrt(squares[band] / FRAMES);
                statistics[at + 2 * bands + band] = (float) (change[band] / (FRAMES - 1));
            }
        }
        return statistics;
    }
}
