package org.tasteprint.features;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.tasteprint.audio.LogMel;
import org.tasteprint.audio.LogMelStream;
import org.tasteprint.audio.Spectrogram;
import org.tasteprint.core.FeatureMatrix;

/**
 * Log-mel frames on their way to features, in blocks: while a block is on the networks' thread the decoder is busy with the next,
 * and a track holds three blocks at most, however long it is.
 */
final class LogMelAnalysis implements Analysis {
    /** 64 segments side by side, three minutes of sound: most songs are one or two blocks. */
    static final int BLOCK_FRAMES = 64 * Segments.FRAMES;

    private static final int BLOCKS_WAITING = 1;

    private final Recording recording;
    private final LogMelFeatures features;
    private final Handover<Spectrogram> blocks = new Handover<>(BLOCKS_WAITING);
    private float[] block = new float[0];
    private int filled;
    private float peak;

    /** @param features computes the features of the blocks, one after another */
    LogMelAnalysis(Recording recording, LogMelFeatures features) {
        this.recording = recording;
        this.features = features;
    }

    @Override
    public void prepare() {
        try {
            long samples = stream();
            if (1 + samples / LogMel.HOP_SAMPLES < Segments.FRAMES) {
                throw Refusal.tooShort(recording.file(), samples / (double) LogMel.SAMPLE_RATE_HZ, 3);
            }
            if (peak < FeatureExtractor.SILENCE_PEAK) {
                throw Refusal.silent(recording.file());
            }
            handOver();
            blocks.end();
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            blocks.fail(e);
            throw e;
        }
    }

    private long stream() {
        try (LogMelStream frames = new LogMelStream(this::take)) {
            recording.stream(LogMel.SAMPLE_RATE_HZ, (samples, from, count) -> {
                for (int i = from; i < from + count; i++) {
                    peak = Math.max(peak, Math.abs(samples[i]));
                }
                frames.accept(samples, from, count);
            });
            frames.finish();
            return frames.samples();
        }
    }

    private void take(float[] frame) {
        if (filled == BLOCK_FRAMES * LogMel.BANDS) {
            handOver();
        }
        if (filled == block.length) {
            int length = Math.max(16 * Segments.FRAMES * LogMel.BANDS, 2 * block.length);
            block = Arrays.copyOf(block, Math.min(length, BLOCK_FRAMES * LogMel.BANDS));
        }
        System.arraycopy(frame, 0, block, filled, LogMel.BANDS);
        filled += LogMel.BANDS;
    }

    private void handOver() {
        float[] values = filled == block.length ? block : Arrays.copyOf(block, filled);
        blocks.put(new Spectrogram(filled / LogMel.BANDS, LogMel.BANDS, values));
        block = new float[0];
        filled = 0;
    }

    @Override
    public Map<String, FeatureMatrix> finish() throws ExecutionException, InterruptedException {
        Optional<Spectrogram> next;
        while ((next = blocks.take()).isPresent()) {
            features.add(next.get());
        }
        return features.matrices();
    }
}
