package org.tasteprint.genre.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tasteprint.nets.Tensor;

/**
 * A classifier whose probabilities are set right, each label against the rest, and brought back to a sum of 1. Its decisions are
 * those of the classifier. Songs have curves of their own: what segments say together is surer, or less sure, than their mean, by how
 * much they are alike.
 *
 * @param classifier what decides
 * @param curves     one a label, from the classifier's probability to the calibrated one
 * @param songCurves one a label, from the mean of a song's calibrated segments to the song's probability; none where every song that
 *     was learned from is a single segment, or where they gain no more than chance would
 */
record Calibrated(SegmentClassifier classifier, List<CalibrationCurve> curves, List<CalibrationCurve> songCurves) implements SegmentClassifier {
    private static final String PREFIX = "calibration.";
    private static final String SONG_PREFIX = "song-calibration.";
    private static final String OWN = "classifier.";

    private static final int PARAMETERS_OF_A_CURVE = 2;

    /** Keeps what is known of labels that all curves rule out. */
    private static final double LEAST = 1e-6;

    /**
     * Fits curves to what a classifier says of rows that it has not learned from.
     *
     * @param said  double[rows][labels]: its probabilities for such rows
     * @param label int[rows]: the right ones
     * @param song  int[rows]: number of the song of each
     */
    static Calibrated fit(SegmentClassifier classifier, Calibration calibration, double[][] said, int[] label, int[] song) {
        List<CalibrationCurve> curves = curves(calibration, said, label);
        Map<Integer, List<Integer>> songs = IntStream.range(0, song.length)
                .boxed()
                .collect(Collectors.groupingBy(row -> song[row], TreeMap::new, Collectors.toList()));
        if (songs.size() == song.length) {
            return new Calibrated(classifier, curves, List.of());
        }
        double[][] means = songs.values().stream()
                .map(rows -> mean(rows.stream().map(row -> along(curves, said[row])).toList()))
                .toArray(double[][]::new);
        int[] labelOfSong = songs.values().stream().mapToInt(rows -> label[rows.getFirst()]).toArray();
        // Songs are too few for knots.
        List<CalibrationCurve> songCurves = curves(Calibration.PLATT, means, labelOfSong);
        return new Calibrated(classifier, curves, pay(songCurves, means, labelOfSong) ? songCurves : List.of());
    }

    /** Whether songs become more probable by more than as many parameters gain from chance alone (Akaike 1974). */
    private static boolean pay(List<CalibrationCurve> songCurves, double[][] means, int[] label) {
        double gain = 0;
        for (int song = 0; song < label.length; song++) {
            double[] set = along(songCurves, means[song]);
            gain += Math.log(Math.max(LEAST, set[label[song]]) / Math.max(LEAST, means[song][label[song]]));
        }
        return gain > PARAMETERS_OF_A_CURVE * songCurves.size();
    }

    private static List<CalibrationCurve> curves(Calibration calibration, double[][] said, int[] label) {
        List<CalibrationCurve> curves = new ArrayList<>();
        for (int l = 0; l < said[0].length; l++) {
            int of = l;
            double[] probability = Arrays.stream(said).mapToDouble(row -> row[of]).toArray();
            boolean[] right = new boolean[label.length];
            IntStream.range(0, label.length).forEach(row -> right[row] = label[row] == of);
            curves.add(CalibrationCurve.fit(calibration, probability, right));
        }
        return List.copyOf(curves);
    }

    private static double[] mean(List<double[]> rows) {
        double[] mean = new double[rows.getFirst().length];
        rows.forEach(row -> Arrays.setAll(mean, label -> mean[label] + row[label] / rows.size()));
        return mean;
    }

    @Override
    public Decisions decide(double[][] rows) {
        Decisions said = classifier.decide(rows);
        return new Decisions(said.label(), Arrays.stream(said.probability()).map(row -> along(curves, row)).toArray(double[][]::new));
    }

    @Override
    public double[] ofSong(double[] mean) {
        return songCurves.isEmpty() ? mean : along(songCurves, mean);
    }

    private static double[] along(List<CalibrationCurve> curves, double[] probability) {
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
        for (int label = 0; label < songCurves.size(); label++) {
            tensors.put(SONG_PREFIX + label, songCurves.get(label).tensor());
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
        tensors.forEach((name, tensor) -> {
            if (name.startsWith(OWN)) {
                own.put(name.substring(OWN.length()), tensor);
            }
        });
        if (own.isEmpty()) {
            return bare.apply(tensors);
        }
        return new Calibrated(bare.apply(own), curves(tensors, PREFIX), curves(tensors, SONG_PREFIX));
    }

    private static List<CalibrationCurve> curves(Map<String, Tensor> tensors, String prefix) {
        List<CalibrationCurve> curves = new ArrayList<>();
        for (int label = 0; tensors.containsKey(prefix + label); label++) {
            curves.add(CalibrationCurve.of(tensors.get(prefix + label)));
        }
        return List.copyOf(curves);
    }
}
