package org.tasteprint.genre.classifier;

import java.util.Random;

/** Examples that no line separates: rings around one centre, ten rows a song, two songs an artist. */
final class Rings {
    static final int LABELS = 3;

    private Rings() {}

    /** @param width standard deviation of a ring's radius; rings are 1 apart */
    static Examples of(int count, double width, long seed) {
        Random random = new Random(seed);
        double[][] rows = new double[count][];
        int[] label = new int[count];
        int[] song = new int[count];
        int[] artist = new int[count];
        for (int i = 0; i < count; i++) {
            song[i] = i / 10;
            label[i] = song[i] % LABELS;
            artist[i] = song[i] / LABELS / 2 * LABELS + label[i];
            double angle = 2 * Math.PI * random.nextDouble();
            double radius = label[i] + 0.5 + width * random.nextGaussian();
            rows[i] = new double[] {radius * Math.cos(angle), radius * Math.sin(angle)};
        }
        return new Examples(rows, label, song, artist, LABELS);
    }
}
