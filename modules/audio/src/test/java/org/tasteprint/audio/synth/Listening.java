package org.tasteprint.audio.synth;

/** What an ear would check, computed. */
final class Listening {
    private Listening() {}

    static double rms(float[] samples) {
        return rms(samples, 0, samples.length);
    }

    static double mean(float[] samples) {
        double sum = 0;
        for (float sample : samples) {
            sum += sample;
        }
        return sum / samples.length;
    }

    /** Longest time below -60 dB, measured in tenths of a second. */
    static double longestSilenceSeconds(float[] samples, int sampleRateHz) {
        int window = sampleRateHz / 10;
        int longest = 0;
        int silent = 0;
        for (int start = 0; start + window <= samples.length; start += window) {
            silent = rms(samples, start, start + window) < 1e-3 ? silent + 1 : 0;
            longest = Math.max(longest, silent);
        }
        return longest / 10.0;
    }

    /** Amplitude of a frequency (Goertzel's algorithm with a Hann window). */
    static double amplitude(float[] samples, int start, int length, double hertz, int sampleRateHz) {
        double turn = 2 * Math.cos(2 * Math.PI * hertz / sampleRateHz);
        double last = 0;
        double beforeLast = 0;
        // The window's cosine turns by a recurrence: calling cos for every sample would take most of the time.
        double windowTurn = 2 * Math.cos(2 * Math.PI / length);
        double cosine = 1;
        double cosineBefore = windowTurn / 2;
        for (int i = 0; i < length; i++) {
            double now = (0.5 - 0.5 * cosine) * samples[start + i] + turn * last - beforeLast;
            double cosineNext = windowTurn * cosine - cosineBefore;
            cosineBefore = cosine;
            cosine = cosineNext;
            beforeLast = last;
            last = now;
        }
        return 4 * Math.sqrt(Math.max(0, last * last + beforeLast * beforeLast - turn * last * beforeLast)) / length;
    }

    /** double[12]: energy of each pitch class over four octaves from C2. */
    static double[] chroma(float[] samples, int sampleRateHz) {
        int window = sampleRateHz / 2;
        double[] chroma = new double[12];
        for (int start = 0; start + window <= samples.length; start += window) {
            for (int pitch = 36; pitch < 84; pitch++) {
                double hertz = 440 * Math.pow(2, (pitch - 69) / 12.0);
                double amplitude = amplitude(samples, start, window, hertz, sampleRateHz);
                chroma[pitch % 12] += amplitude * amplitude;
            }
        }
        return chroma;
    }

    /** Where the autocorrelation of the onsets is highest between two tempi, in beats a minute. */
    static double tempoBpm(float[] samples, int sampleRateHz, double slowest, double fastest) {
        int hop = sampleRateHz / 200;
        double framesPerSecond = (double) sampleRateHz / hop;
        double[] onsets = onsets(samples, hop);
        double best = 0;
        double bestLag = 0;
        for (int lag = (int) (60 * framesPerSecond / fastest); lag <= 60 * framesPerSecond / slowest + 1; lag++) {
            double sum = 0;
            // Whole bars repeat too: a beat that is right is right four times as long as well.
            for (int beats : new int[] {1, 2, 4}) {
                for (int i = 0; i + beats * lag < onsets.length; i++) {
                    sum += onsets[i] * onsets[i + beats * lag] / (onsets.length - beats * lag);
                }
            }
            if (sum > best) {
                best = sum;
                bestLag = lag;
            }
        }
        return 60 * framesPerSecond / bestLag;
    }

    /** How much louder each frame is than the one before it, without its mean. */
    private static double[] onsets(float[] samples, int hop) {
        int frames = samples.length / hop;
        double[] onsets = new double[frames];
        double before = 0;
        double mean = 0;
        for (int i = 0; i < frames; i++) {
            double level = Math.log1p(30 * rms(samples, i * hop, (i + 1) * hop));
            onsets[i] = Math.max(0, level - before);
            mean += onsets[i] / frames;
            before = level;
        }
        for (int i = 0; i < frames; i++) {
            onsets[i] -= mean;
        }
        return onsets;
    }

    private static double rms(float[] samples, int from, int to) {
        double energy = 0;
        for (int i = from; i < to; i++) {
            energy += samples[i] * samples[i];
        }
        return Math.sqrt(energy / (to - from));
    }
}
