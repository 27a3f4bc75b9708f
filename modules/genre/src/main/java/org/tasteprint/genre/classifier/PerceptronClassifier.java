package org.tasteprint.genre.classifier;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tasteprint.nets.Tensor;
import smile.tensor.DenseMatrix;

/**
 * A perceptron with one hidden layer of ReLU units and a softmax.
 *
 * @param hidden     double[hidden][columns]
 * @param hiddenBias double[hidden]
 * @param output     double[labels][hidden]
 * @param outputBias double[labels]
 */
record PerceptronClassifier(double[][] hidden, double[] hiddenBias, double[][] output, double[] outputBias)
        implements SegmentClassifier {
    private static final String HIDDEN_WEIGHT = "01Linear_weight";
    private static final String HIDDEN_BIAS = "01Linear_bias";
    private static final String OUTPUT_WEIGHT = "04Linear_weight";
    private static final String OUTPUT_BIAS = "04Linear_bias";

    @Override
    public Decisions decide(double[][] rows) {
        double[][] units = layer(rows, hidden, hiddenBias);
        for (double[] row : units) {
            for (int unit = 0; unit < row.length; unit++) {
                row[unit] = Math.max(0, row[unit]);
            }
        }
        double[][] scores = layer(units, output, outputBias);
        for (int row = 0; row < scores.length; row++) {
            scores[row] = Softmax.of(scores[row]);
        }
        return Decisions.ofProbabilities(scores);
    }

    private static double[][] layer(double[][] rows, double[][] weights, double[] bias) {
        OpenBlas.load();
        double[][] sums = DenseMatrix.of(rows).mt(DenseMatrix.of(weights)).toArray(new double[0][]);
        for (double[] row : sums) {
            for (int unit = 0; unit < row.length; unit++) {
                row[unit] += bias[unit];
            }
        }
        return sums;
    }

    @Override
    public Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put(HIDDEN_WEIGHT, Tensors.of(hidden));
        tensors.put(HIDDEN_BIAS, Tensors.of(hiddenBias));
        tensors.put(OUTPUT_WEIGHT, Tensors.of(output));
        tensors.put(OUTPUT_BIAS, Tensors.of(outputBias));
        return tensors;
    }

    /** @param parameters by the names of {@link org.tasteprint.nets.Towers#perceptron} */
    static PerceptronClassifier of(Map<String, Tensor> parameters) {
        return new PerceptronClassifier(
                Tensors.rows(parameters.get(HIDDEN_WEIGHT)),
                Tensors.row(parameters.get(HIDDEN_BIAS)),
                Tensors.rows(parameters.get(OUTPUT_WEIGHT)),
                Tensors.row(parameters.get(OUTPUT_BIAS)));
    }
}
