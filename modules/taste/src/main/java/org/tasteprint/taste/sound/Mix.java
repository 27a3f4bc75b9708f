package org.tasteprint.taste.sound;

import java.util.List;

/**
 * How much of a track's personal part comes of the regression and how much of the tower.
 *
 * <p>The sum keeps something of its length, which says how sure the two are that anybody's taste is met: the last coordinate of the
 * personal part is a constant before it is scaled to length 1, and listeners have 0 there. So long sums stay long, and all vectors
 * have length 1.
 *
 * @param regression weight of the regression's output, whose mean square length is 1 over the training's artists
 * @param tower      weight of the tower's output, of length 1
 */
public record Mix(double regression, double tower) {
    /** As long as the root mean square of the regression, which it stands beside; chosen on folds by artist of development data. */
    private static final double RESERVE = 1;

    /** The tower alone. */
    public static final Mix TOWER = new Mix(0, 1);
    /** Both, for when nothing can be validated. */
    public static final Mix EVEN = new Mix(1, 1);
    /** Those that validation chooses from. */
    public static final List<Mix> CANDIDATES = List.of(new Mix(1, 0), new Mix(1, 0.5), EVEN, new Mix(1, 2), TOWER);

    /**
     * The personal part of a track's vector, of length 1.
     *
     * @param regressed what the regression says of its sound
     * @param towered   what the tower says of it, of the same dimensions
     * @return float[dimensions + 1]
     */
    public float[] personal(float[] regressed, float[] towered) {
        float[] personal = new float[towered.length + 1];
        double squares = RESERVE * RESERVE;
        for (int d = 0; d < towered.length; d++) {
            personal[d] = (float) (regression * regressed[d] + tower * towered[d]);
            squares += personal[d] * personal[d];
        }
        personal[towered.length] = (float) RESERVE;
        float scale = (float) (1 / Math.sqrt(squares));
        for (int d = 0; d < personal.length; d++) {
            personal[d] *= scale;
        }
        return personal;
    }
}
