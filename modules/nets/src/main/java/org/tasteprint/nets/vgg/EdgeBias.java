package org.tasteprint.nets.vgg;

/**
 * What constant channels add to a 3×3 convolution with a border of zeros: the same everywhere but at the edges, where a part of
 * the filter lies on the border.
 */
final class EdgeBias {
    private static final int KERNEL = 3;

    private EdgeBias() {}

    /**
     * @param weight   float[filters][inputs][3][3]
     * @param bias     float[filters]
     * @param live     the filters that are wanted
     * @param constant float[inputs]: value of each input channel
     * @param bandStep bands from one output to the next
     * @return float[live][frames][ceil(bands / bandStep)]
     */
    static float[] of(float[] weight, float[] bias, int[] live, float[] constant, int frames, int bands, int bandStep) {
        int outputs = Math.ceilDiv(bands, bandStep);
        float[] result = new float[live.length * frames * outputs];
        int to = 0;
        for (int filter : live) {
            double[] taps = taps(weight, filter, constant);
            for (int frame = 0; frame < frames; frame++) {
                for (int output = 0; output < outputs; output++) {
                    result[to++] = (float) (bias[filter] + inside(taps, frame, frames, output * bandStep, bands));
                }
            }
        }
        return result;
    }

    /** What each of the filter's nine cells adds where it lies on the picture. */
    private static double[] taps(float[] weight, int filter, float[] constant) {
        double[] taps = new double[KERNEL * KERNEL];
        for (int channel = 0; channel < constant.length; channel++) {
            int from = (filter * constant.length + channel) * taps.length;
            for (int tap = 0; tap < taps.length; tap++) {
                taps[tap] += (double) constant[channel] * weight[from + tap];
            }
        }
        return taps;
    }

    private static double inside(double[] taps, int frame, int frames, int band, int bands) {
        double sum = 0;
        for (int i = 0; i < KERNEL; i++) {
            for (int j = 0; j < KERNEL; j++) {
                int row = frame + i - 1;
                int column = band + j - 1;
                if (row >= 0 && row < frames && column >= 0 && column < bands) {
                    sum += taps[i * KERNEL + j];
                }
            }
        }
        return sum;
    }
}
