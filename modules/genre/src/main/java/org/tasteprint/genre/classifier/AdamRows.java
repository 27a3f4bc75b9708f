package org.tasteprint.genre.classifier;

import java.util.Arrays;

/** A matrix of weights that Adam learns (Kingma and Ba, "Adam: a method for stochastic optimization", 2015), in single precision. */
final class AdamRows {
    private static final float FIRST_DECAY = 0.9f;
    private static final float SECOND_DECAY = 0.999f;
    private static final float LEAST = 1e-8f;

    private final float[][] weight;
    private final float[][] gradient;
    private final float[][] first;
    private final float[][] second;

    /** @param weight float[rows][columns], which changes with every step */
    AdamRows(float[][] weight) {
        this.weight = weight;
        this.gradient = new float[weight.length][weight[0].length];
        this.first = new float[weight.length][weight[0].length];
        this.second = new float[weight.length][weight[0].length];
    }

    float[][] weight() {
        return weight;
    }

    /** Takes up what the batch asks for; {@link #step} empties it. */
    float[][] gradient() {
        return gradient;
    }

    double sumOfSquares() {
        double sum = 0;
        for (float[] row : weight) {
            for (float value : row) {
                sum += (double) value * value;
            }
        }
        return sum;
    }

    /**
     * @param number  of the step, from 1
     * @param penalty factor of the weights in the gradient
     */
    void step(int number, double learningRate, double penalty) {
        float rate = (float) (learningRate * Math.sqrt(1 - Math.pow(SECOND_DECAY, number)) / (1 - Math.pow(FIRST_DECAY, number)));
        for (int row = 0; row < weight.length; row++) {
            step(weight[row], gradient[row], first[row], second[row], rate, (float) penalty);
            Arrays.fill(gradient[row], 0);
        }
    }

    private static void step(float[] weight, float[] gradient, float[] first, float[] second, float rate, float penalty) {
        for (int i = 0; i < weight.length; i++) {
            float g = gradient[i] + penalty * weight[i];
            first[i] = FIRST_DECAY * first[i] + (1 - FIRST_DECAY) * g;
            second[i] = SECOND_DECAY * second[i] + (1 - SECOND_DECAY) * g * g;
            weight[i] -= rate * first[i] / ((float) Math.sqrt(second[i]) + LEAST);
        }
    }
}
