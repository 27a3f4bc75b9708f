package org.tasteprint.genre.classifier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tasteprint.nets.Tensor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Boosted trees: the leaves that a row falls into are summed for each label, and their softmax is its probability. The nodes of
 * all trees lie one after the other; a node whose {@code left} is -1 is a leaf.
 *
 * @param labels how many
 * @param roots  int[trees]: index of each tree's first node
 * @param label  int[trees]: the label that it speaks for
 * @param left   int[nodes]: where a row goes whose value is below the threshold
 * @param right  int[nodes]: where the others go
 * @param column int[nodes]: which value is asked for
 * @param value  float[nodes]: threshold, or what a leaf adds
 */
record TreeClassifier(int labels, int[] roots, int[] label, int[] left, int[] right, int[] column, float[] value)
        implements SegmentClassifier {
    private static final int LEAF = -1;

    @Override
    public Decisions decide(double[][] rows) {
        double[][] probability = new double[rows.length][];
        IntStream.range(0, rows.length).parallel().forEach(row -> probability[row] = probability(rows[row]));
        return Decisions.ofProbabilities(probability);
    }

    private double[] probability(double[] row) {
        double[] sums = new double[labels];
        for (int tree = 0; tree < roots.length; tree++) {
            int node = roots[tree];
            while (left[node] != LEAF) {
                // The threshold was found among floats, so it must be compared with them.
                node = (float) row[column[node]] < value[node] ? left[node] : right[node];
            }
            sums[label[tree]] += value[node];
        }
        return Softmax.of(sums);
    }

    /** Takes over the trees of a model that XGBoost wrote as JSON, of which every split is numeric. */
    static TreeClassifier ofJson(String model) {
        JsonNode learner = JsonMapper.shared().readTree(model).get("learner");
        JsonNode trees = learner.get("gradient_booster").get("model");
        List<Integer> roots = new ArrayList<>();
        List<Integer> left = new ArrayList<>();
        List<Integer> right = new ArrayList<>();
        List<Integer> column = new ArrayList<>();
        List<Float> value = new ArrayList<>();
        for (JsonNode tree : trees.get("trees")) {
            int root = left.size();
            roots.add(root);
            for (int node = 0; node < tree.get("left_children").size(); node++) {
                boolean leaf = tree.get("left_children").get(node).asInt() == LEAF;
                left.add(leaf ? LEAF : root + tree.get("left_children").get(node).asInt());
                right.add(leaf ? LEAF : root + tree.get("right_children").get(node).asInt());
                column.add(tree.get("split_indices").get(node).asInt());
                value.add((float) tree.get("split_conditions").get(node).asDouble());
            }
        }
        float[] values = new float[value.size()];
        IntStream.range(0, values.length).forEach(i -> values[i] = value.get(i));
        return new TreeClassifier(
                learner.get("learner_model_param").get("num_class").asInt(),
                ints(roots),
                IntStream.range(0, roots.size()).map(tree -> trees.get("tree_info").get(tree).asInt()).toArray(),
                ints(left),
                ints(right),
                ints(column),
                values);
    }

    private static int[] ints(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("labels", Tensors.of(new int[] {labels}));
        tensors.put("roots", Tensors.of(roots));
        tensors.put("label", Tensors.of(label));
        tensors.put("left", Tensors.of(left));
        tensors.put("right", Tensors.of(right));
        tensors.put("column", Tensors.of(column));
        tensors.put("value", new Tensor(new long[] {value.length}, value));
        return tensors;
    }

    static TreeClassifier of(Map<String, Tensor> tensors) {
        return new TreeClassifier(
                Tensors.integers(tensors.get("labels"))[0],
                Tensors.integers(tensors.get("roots")),
                Tensors.integers(tensors.get("label")),
                Tensors.integers(tensors.get("left")),
                Tensors.integers(tensors.get("right")),
                Tensors.integers(tensors.get("column")),
                tensors.get("value").values());
    }
}
