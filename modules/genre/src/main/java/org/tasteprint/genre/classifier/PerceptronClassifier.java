package org.tasteprint.genre.classifier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tasteprint.nets.Tensor;
import smile.tensor.DenseMatrix;

/**
 * Perceptrons with one hidden layer of ReLU units and a softmax, which say the mean of their probabilities.
 *
 * @param members at least one
 */
record PerceptronClassifier(List<Layers> members) implements SegmentClassifier {
    private static final String HIDDEN = ".hidden";
    private static final String HIDDEN_BIAS = ".hidden_bias";
    private static final String OUTPUT = ".output";
    private static final String OUTPUT_BIAS = ".output_bias";

    /**
     * One of them.
     *
     * @param hidden     double[columns][hidden]
     * @param hiddenBias double[hidden]
     * @param output     double[hidden][labels]
     * @param outputBias double[labels]
     */
    record Layers(double[][] hidden, double[] hiddenBias, double[][] output, double[] outputBias) {
        private double[][] probabilities(double[][] rows) {
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
            return scores;
        }

        private static double[][] layer(double[][] rows, double[][] weights, double[] bias) {
            OpenBlas.load();
            double[][] sums = DenseMatrix.of(rows).mm(DenseMatrix.of(weights)).toArray(new double[0][]);
            for (double[] row : sums) {
                for (int unit = 0; unit < row.length; unit++) {
                    row[unit] += bias[unit];
                }
            }
            return sums;
        }
    }

    PerceptronClassifier {
        members = List.copyOf(members);
    }

    @Override
    public Decisions decide(double[][] rows) {
        double[][] mean = new double[rows.length][members.getFirst().outputBias().length];
        for (Layers member : members) {
            double[][] said = member.probabilities(rows);
            for (int row = 0; row < rows.length; row++) {
                for (int label = 0; label < mean[row].length; label++) {
                    mean[row][label] += said[row][label] / members.size();
                }
            }
        }
        return Decisions.ofProbabilities(mean);
    }

    @Override
    public Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (int member = 0; member < members.size(); member++) {
            Layers layers = members.get(member);
            tensors.put(member + HIDDEN, Tensors.of(layers.hidden()));
            tensors.put(member + HIDDEN_BIAS, Tensors.of(layers.hiddenBias()));
            tensors.put(member + OUTPUT, Tensors.of(layers.output()));
            tensors.put(member + OUTPUT_BIAS, Tensors.of(layers.outputBias()));
        }
        return tensors;
    }

    static PerceptronClassifier of(Map<String, Tensor> tensors) {
        List<Layers> members = new ArrayList<>();
        for (int member = 0; tensors.containsKey(member + HIDDEN); member++) {
            members.add(new Layers(
                    Tensors.rows(tensors.get(member + HIDDEN)),
                    Tensors.row(tensors.get(member + HIDDEN_BIAS)),
                    Tensors.rows(tensors.get(member + OUTPUT)),
                    Tensors.row(tensors.get(member + OUTPUT_BIAS))));
        }
        return new PerceptronClassifier(members);
    }
}
