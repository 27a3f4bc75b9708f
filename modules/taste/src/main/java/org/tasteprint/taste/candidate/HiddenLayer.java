package org.tasteprint.taste.candidate;

import java.util.SplittableRandom;

/**
 * The network between the mean of a history and the listener's vector: a ReLU layer and a linear one beside the mean itself,
 * u = a + W₂ max(0, W₁ a + b₁) + b₂.
 *
 * <p>The weights are one array: W₁ {@code [dimensions][hidden]}, b₁ {@code [hidden]}, W₂ {@code [hidden][dimensions]}, b₂ {@code
 * [dimensions]}, one after the other.
 */
record HiddenLayer(int dimensions, int hidden, float[] weights) {
    /** The second layer starts at 0: at first the mean of the history decides alone. */
    static HiddenLayer fresh(int dimensions, int hidden, SplittableRandom random) {
        float[] weights = new float[2 * dimensions * hidden + hidden + dimensions];
        for (int i = 0; i < dimensions * hidden; i++) {
            weights[i] = (float) (random.nextGaussian() / Math.sqrt(dimensions));
        }
        return new HiddenLayer(dimensions, hidden, weights);
    }

    private int firstBias() {
        return dimensions * hidden;
    }

    private int secondWeights() {
        return firstBias() + hidden;
    }

    private int secondBias() {
        return secondWeights() + hidden * dimensions;
    }

    /**
     * Runs the network.
     *
     * @param mean   {@code dimensions} numbers from {@code at} on
     * @param active {@code hidden} numbers, receives the ReLU layer
     * @param out    receives the listener's vector, from {@code at} on
     */
    void forward(float[] mean, int at, float[] active, float[] out) {
        System.arraycopy(weights, firstBias(), active, 0, hidden);
        for (int d = 0; d < dimensions; d++) {
            float x = mean[at + d];
            int row = d * hidden;
            for (int h = 0; h < hidden; h++) {
                active[h] += x * weights[row + h];
            }
        }
        for (int d = 0; d < dimensions; d++) {
            out[at + d] = mean[at + d] + weights[secondBias() + d];
        }
        for (int h = 0; h < hidden; h++) {
            active[h] = Math.max(0, active[h]);
            if (active[h] > 0) {
                int row = secondWeights() + h * dimensions;
                for (int d = 0; d < dimensions; d++) {
                    out[at + d] += active[h] * weights[row + d];
                }
            }
        }
    }

    /**
     * Adds the gradient of a loss to {@code ofWeights} and gives that of the mean.
     *
     * @param active  as {@link #forward} left it
     * @param ofOut   gradient of the listener's vector, from {@code at} on
     * @param ofMean  receives the gradient of the mean, from {@code at} on
     * @param scratch {@code hidden} numbers
     */
    void backward(float[] mean, int at, float[] active, float[] ofOut, float[] ofMean, float[] ofWeights, float[] scratch) {
        System.arraycopy(ofOut, at, ofMean, at, dimensions);
        for (int d = 0; d < dimensions; d++) {
            ofWeights[secondBias() + d] += ofOut[at + d];
        }
        for (int h = 0; h < hidden; h++) {
            scratch[h] = 0;
            if (active[h] > 0) {
                int row = secondWeights() + h * dimensions;
                float sum = 0;
                for (int d = 0; d < dimensions; d++) {
                    sum += ofOut[at + d] * weights[row + d];
                    ofWeights[row + d] += active[h] * ofOut[at + d];
                }
                scratch[h] = sum;
                ofWeights[firstBias() + h] += sum;
            }
        }
        for (int d = 0; d < dimensions; d++) {
            float x = mean[at + d];
            int row = d * hidden;
            float sum = 0;
            for (int h = 0; h < hidden; h++) {
                ofWeights[row + h] += x * scratch[h];
                sum += scratch[h] * weights[row + h];
            }
            ofMean[at + d] += sum;
        }
    }
}
