package org.tasteprint.backbone;

import java.util.SplittableRandom;
import org.tasteprint.audio.LogMel;
import org.tasteprint.nets.Patches;

/**
 * Makes a rendered patch sound as if it had been recorded: another loudness, equalisation, a room, noise. All of it is done on the
 * energies that the log-mel values stand for, which takes less than a millisecond where filtering sound and transforming it anew
 * would take several.
 */
final class Disguise {
    private static final int BANDS = LogMel.BANDS;
    private static final int FRAMES = Patches.FRAMES;
    private static final double FRAME_SECONDS = (double) LogMel.HOP_SAMPLES / LogMel.SAMPLE_RATE_HZ;
    private static final double COMPRESSION = 10_000;

    private static final double GAIN_DB = 10;
    private static final double TILT_DB = 8;
    private static final double BUMP_DB = 8;
    private static final int BUMPS = 3;
    private static final double CUT_CHANCE = 0.25;
    private static final double ROOM_CHANCE = 0.3;
    private static final double NOISE_CHANCE = 0.5;

    private final SplittableRandom random;
    private final double[] power = new double[FRAMES * BANDS];

    Disguise(SplittableRandom random) {
        this.random = random;
    }

    /** Changes float[187][96] from {@code offset} on. */
    void apply(float[] patches, int offset) {
        double mean = 0;
        for (int i = 0; i < power.length; i++) {
            power[i] = (Math.pow(10, patches[offset + i]) - 1) / COMPRESSION;
            mean += power[i] / power.length;
        }
        if (chance(ROOM_CHANCE)) {
            addRoom();
        }
        if (chance(NOISE_CHANCE)) {
            addNoise(mean);
        }
        double[] gains = equaliser();
        for (int i = 0; i < power.length; i++) {
            patches[offset + i] = (float) Math.log10(COMPRESSION * power[i] * gains[i % BANDS] + 1);
        }
    }

    /** Gain of each band: one for all, a slope, some bumps, and sometimes nothing above a limit. */
    private double[] equaliser() {
        double level = between(-GAIN_DB, GAIN_DB);
        double tilt = between(-TILT_DB, TILT_DB);
        double[] decibels = new double[BANDS];
        for (int band = 0; band < BANDS; band++) {
            decibels[band] = level + tilt * (2.0 * band / (BANDS - 1) - 1);
        }
        for (int bump = 0; bump < BUMPS; bump++) {
            double centre = between(0, BANDS);
            double width = between(4, 20);
            double height = between(-BUMP_DB, BUMP_DB);
            for (int band = 0; band < BANDS; band++) {
                double away = (band - centre) / width;
                decibels[band] += height * Math.exp(-away * away / 2);
            }
        }
        if (chance(CUT_CHANCE)) {
            double limit = between(50, BANDS);
            double slope = between(1, 5);
            for (int band = 0; band < BANDS; band++) {
                decibels[band] -= slope * Math.max(0, band - limit);
            }
        }
        double[] gains = new double[BANDS];
        for (int band = 0; band < BANDS; band++) {
            gains[band] = Math.pow(10, decibels[band] / 10);
        }
        return gains;
    }

    /** Energy that dies away as in a room. */
    private void addRoom() {
        double left = Math.pow(10, -6 * FRAME_SECONDS / between(0.3, 1.8));
        double wet = Math.pow(10, between(-15, 0) / 10);
        double[] tail = new double[BANDS];
        for (int i = 0; i < power.length; i++) {
            int band = i % BANDS;
            double dry = power[i];
            power[i] += wet * tail[band];
            tail[band] = left * tail[band] + (1 - left) * dry;
        }
    }

    /** Noise with a slope: the energy of a band of noise varies from frame to frame as an exponential variable does. */
    private void addNoise(double mean) {
        double level = mean * Math.pow(10, between(-50, -20) / 10);
        double slope = between(-15, 5);
        for (int i = 0; i < power.length; i++) {
            double shape = Math.pow(10, slope * (i % BANDS) / BANDS / 10);
            power[i] -= level * shape * Math.log(1 - random.nextDouble());
        }
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
