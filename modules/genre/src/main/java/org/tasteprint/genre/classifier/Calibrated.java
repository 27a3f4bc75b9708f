package org.tasteprint.genre.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tasteprint.nets.Tensor;

/**
 * A classifier whose probabilities are set right, each label against the rest, and brought back to a sum of 1. Its decisions are
 * those of the classifier.
 *
 * @param classifier what decides
 * @param curves     one a label, from the classifier's probability to the calibrated one
 */
record Calibrated(SegmentClassifier classifier, List<CalibrationCurve> curves) implements SegmentClassifier {
    private static final String PREFIX = "calibration.";
    private static final String OWN = "classifier.";

    /** Keeps what is known of labels that all curves rule out. */
    private static final double LEAST = 1e-6;

    /**
     * Fits curves to what a classifier says of rows that it has not learned from.
     *
     * @param said  double[rows][labels]: its probabilities for such rows
     * @param label int[rows]: the right ones
     */
    static Calibrated fit(SegmentClassifier classifier, Calibration calibration, double[][] said, int[] label) {
        int labels = said[0].length;
        List<CalibrationCurve> curves = new ArrayList<>();
        for (int l = 0; l < labels; l++) {
            int of = l;
            double[] probability = Arrays.stream(said).mapToDouble(row -> row[of]).toArray();
            boolean[] right = new boolean[label.length];
            IntStream.range(0, label.length).forEach(row -> right[row] = label[row] == of);
            curves.add(CalibrationCurve.fit(calibration, probability, right));
        }
        return new Calibrated(classifier, List.copyOf(curves));
    }

    @Override
    public Decisions decide(double[][] rows) {
        Decisions said = classifier.decide(rows);
        return new Decisions(said.label(), Arrays.stream(said.probability()).map(this::calibrated).toArray(double[][]::new));
    }

    private double[] calibrated(double[] probability) {
        double[] set = new double[probability.length];
        double sum = 0;
        for (int label = 0; label < set.length; label++) {
            set[label] = Math.max(LEAST, curves.get(label).apply(probability[label]));
            sum += set[label];
        }
        for (int label = 0; label < set.length; label++) {
            set[label] /= sum;
        }
        return set;
    }

    @Override
    public void close() {
        classifier.close();
    }

    @Override
    public Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        classifier.tensors().forEach((name, tensor) -> tensors.put(OWN + name, tensor));
        for (int label = 0; label < curves.size(); label++) {
            tensors.put(PREFIX + label, curves.get(label).tensor());
        }
        return tensors;
    }

    /**
     * The classifier that gave these tensors, calibrated or not.
     *
     * @param bare makes one that is not from its own tensors
     */
    static SegmentClassifier of(Map<String, Tensor> tensors, Function<Map<String, Tensor>, SegmentClassifier> bare) {
        Map<String, Tensor> own = new LinkedHashMap<>();
        List<CalibrationCurve> curves = new ArrayList<>();
        tensors.forEach((name, tensor) -> {
            if (name.startsWith(OWN)) {
                own.put(name.substring(OWN.length()), tensor);
            }
        });
        if (own.isEmpty()) {
            return bare.apply(tensors);
        }
        for (int label = 0; tensors.containsKey(PREFIX + label); label++) {
            curves.add(CalibrationCurve.of(tensors.get(PREFIX + label)));
        }
        return new Calibrated(bare.apply(own), curves);
    }
}
