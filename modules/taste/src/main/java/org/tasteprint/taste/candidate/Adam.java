package org.tasteprint.taste.candidate;

/**
 * Adam's step (Kingma and Ba 2015) on parameters that lie in arrays. Rows of tables that a batch does not touch keep their moments
 * as they are.
 */
final class Adam {
    private static final float BETA_1 = 0.9f;
    private static final float BETA_2 = 0.99f;
    private static final float EPSILON = 1e-8f;

    private long steps;
    private float rate;

    /** To be called before each step. */
    void begin(double learningRate) {
        steps++;
        rate = (float) (learningRate * Math.sqrt(1 - Math.pow(BETA_2, steps)) / (1 - Math.pow(BETA_1, steps)));
    }

    /** Moves parameters, each by its own moments. */
    void update(float[] parameters, float[] gradient, float[] mean, float[] square) {
        for (int i = 0; i < parameters.length; i++) {
            float g = gradient[i];
            float m = BETA_1 * mean[i] + (1 - BETA_1) * g;
            float v = BETA_2 * square[i] + (1 - BETA_2) * g * g;
            mean[i] = m;
            square[i] = v;
            parameters[i] -= rate * m / ((float) Math.sqrt(v) + EPSILON);
        }
    }

    /**
     * Moves rows of a table by their means of gradients, all scaled by one second moment: with one for each number, as Adam has
     * it, an item of a single listener would move as far as one of thousands, and the long tail would be learned by heart.
     *
     * @param square second moment of the table before this step
     * @return the same after it
     */
    double updateRows(float[] rows, float[] gradient, float[] mean, double square, int length, float penalty) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += (double) gradient[i] * gradient[i];
        }
        double after = BETA_2 * square + (1 - BETA_2) * sum / Math.max(1, length);
        float step = (float) (rate / (Math.sqrt(after) + EPSILON));
        for (int i = 0; i < length; i++) {
            mean[i] = BETA_1 * mean[i] + (1 - BETA_1) * (gradient[i] + 2 * penalty * rows[i]);
            rows[i] -= step * mean[i];
        }
        return after;
    }
}
