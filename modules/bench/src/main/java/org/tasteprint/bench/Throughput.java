package org.tasteprint.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.tasteprint.audio.LogMel;
import org.tasteprint.audio.Pcm;
import org.tasteprint.audio.librosa.LibrosaFeature;
import org.tasteprint.audio.librosa.LibrosaFeatures;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.nets.Patches;
import org.tasteprint.nets.Towers;
import org.tasteprint.nets.Training;
import org.tasteprint.nets.musicnn.Musicnn;
import org.tasteprint.taste.tower.TowerLoss;

/**
 * How much of the heavy work gets done in a second: the median of five stretches after a warm-up. The networks and the log-mel front
 * end take as long on random input as on music; features that look for peaks get music.
 */
public final class Throughput {
    private static final int STRETCHES = 5;
    private static final int PATCHES = 32;
    private static final int SECONDS_OF_SOUND = 30;
    private static final int PAIRS = 16;
    private static final int DIMENSIONS = 40;

    private Throughput() {}

    /**
     * 3-second patches through musicnn.
     *
     * @param kerasHdf5 the weights
     * @param time      to measure for, without the warm-up
     * @throws TasteprintException when the weights cannot be read
     */
    public static Figure musicnn(Path kerasHdf5, Duration time) {
        float[] patches = noise(PATCHES * Patches.SIZE);
        try (Musicnn musicnn = Musicnn.load(kerasHdf5)) {
            double perSecond = PATCHES * callsPerSecond(() -> musicnn.analyse(Patches.separate(patches, PATCHES)), time);
            return new Figure("musicnn", perSecond, "patches/s", Runtime.getRuntime().availableProcessors());
        }
    }

    /**
     * Milliseconds that a training step of the convolutional Siamese tower takes: 16 pairs of patches, the cosine margin loss,
     * Adam.
     */
    public static Figure siamese(Duration time) {
        Shape patches = new Shape(2 * PAIRS, 1, Patches.FRAMES, Patches.BANDS);
        float[] sound = noise((int) patches.size());
        float[] listeners = noise(PAIRS * DIMENSIONS);
        try (Training training = new Training(Towers.conv(DIMENSIONS), patches, 1, 0)) {
            double perSecond = callsPerSecond(
                    () -> training.step(1e-3, (scope, tower) -> {
                        NDArray users = scope.create(listeners, new Shape(PAIRS, DIMENSIONS));
                        NDArray tracks = tower.apply(scope.create(sound, patches));
                        return TowerLoss.margin(users, tracks, 0.2);
                    }),
                    time);
            return new Figure("siamese", 1000 / perSecond, "ms/step", Runtime.getRuntime().availableProcessors());
        }
    }

    /** Seconds of sound made log-mel in a second. */
    public static Figure logMel(Duration time) {
        Pcm sound = new Pcm(noise(SECONDS_OF_SOUND * LogMel.SAMPLE_RATE_HZ), LogMel.SAMPLE_RATE_HZ);
        double perSecond = SECONDS_OF_SOUND * callsPerSecond(() -> LogMel.of(sound), time);
        return new Figure("logmel", perSecond, "seconds of sound/s", 1);
    }

    /** Milliseconds that librosa's features of a 30-second clip take: all nine together, then each alone. */
    public static List<Figure> features(Duration time) {
        Pcm clip = Music.clip(LibrosaFeatures.SAMPLE_RATE_HZ);
        Duration third = time.dividedBy(3);
        Duration each = time.minus(third).dividedBy(LibrosaFeature.values().length);
        List<Figure> figures = new ArrayList<>();
        figures.add(features("features", clip, EnumSet.allOf(LibrosaFeature.class), third));
        for (LibrosaFeature feature : LibrosaFeature.values()) {
            figures.add(features("features " + feature.label(), clip, EnumSet.of(feature), each));
        }
        return figures;
    }

    private static Figure features(String name, Pcm clip, Set<LibrosaFeature> wanted, Duration time) {
        return new Figure(name, 1000 / callsPerSecond(() -> LibrosaFeatures.of(clip, wanted), time), "ms/30-second clip", 1);
    }

    /** The median of five stretches after a warm-up. */
    static double callsPerSecond(Runnable work, Duration time) {
        Duration stretch = time.dividedBy(STRETCHES);
        stretch(work, stretch);
        double[] rates = new double[STRETCHES];
        for (int i = 0; i < STRETCHES; i++) {
            rates[i] = stretch(work, stretch);
        }
        Arrays.sort(rates);
        return rates[STRETCHES / 2];
    }

    /** Works at least once, and until the time is over. */
    private static double stretch(Runnable work, Duration atLeast) {
        long start = System.nanoTime();
        int calls = 0;
        long elapsed;
        do {
            work.run();
            calls++;
            elapsed = System.nanoTime() - start;
        } while (elapsed < atLeast.toNanos());
        return calls * 1e9 / elapsed;
    }

    /** Values from 0 to below 1. */
    static float[] noise(int length) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        float[] noise = new float[length];
        for (int i = 0; i < length; i++) {
            noise[i] = random.nextFloat();
        }
        return noise;
    }
}
