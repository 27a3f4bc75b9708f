package org.tasteprint.taste.candidate;

import java.lang.foreign.Arena;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.tasteprint.nets.Tensor;
import org.tasteprint.taste.table.VectorTable;

/**
 * The candidate model of Covington, Adams and Sargin 2016: a listener's vector is computed from their history alone, so that a new
 * listener, or one who has played more since, needs no training.
 *
 * <pre>
 * a = G Σ wᵢ eᵢ / √Σ wᵢ²      the items of the history, embedded and averaged by their weights; G turns what is short (EvidenceGate)
 * u = a + W₂ max(0, W₁ a + b₁) + b₂
 * logit of item j = u · vⱼ + bⱼ
 * </pre>
 *
 * <p>The item tables e and v are in native memory: 8 bytes a dimension and item; the biases b in the heap: 4 bytes an item.
 */
public final class CandidateNetwork implements AutoCloseable {
    private static final String LAYER = "layer";
    private static final String GATE = "gate";

    private final Optional<Arena> arena;
    private final VectorTable inputs;
    private final VectorTable outputs;
    private final float[] bias;
    private final EvidenceGate gate;
    private final HiddenLayer layer;

    private CandidateNetwork(
            Optional<Arena> arena, VectorTable inputs, VectorTable outputs, float[] bias, EvidenceGate gate, HiddenLayer layer) {
        this.arena = arena;
        this.inputs = inputs;
        this.outputs = outputs;
        this.bias = bias;
        this.gate = gate;
        this.layer = layer;
    }

    /** Item vectors and biases of 0, and a hidden layer of random weights. */
    static CandidateNetwork fresh(int items, EvidenceGate gate, CandidateSettings settings) {
        int dimensions = settings.dimensions();
        HiddenLayer layer = HiddenLayer.fresh(dimensions, settings.hidden(), new SplittableRandom(settings.seed()));
        Arena arena = Arena.ofShared();
        VectorTable inputs = new VectorTable(arena, items, dimensions);
        VectorTable outputs = new VectorTable(arena, items, dimensions);
        return new CandidateNetwork(Optional.of(arena), inputs, outputs, new float[items], gate, layer);
    }

    /**
     * The network that {@link #items} and {@link #tensors} came from. It embeds histories, but does not know how items score.
     *
     * @param items not copied
     */
    public static CandidateNetwork of(VectorTable items, Map<String, Tensor> tensors) {
        Tensor weights = tensors.get(LAYER);
        int dimensions = items.width();
        int hidden = (weights.values().length - dimensions) / (2 * dimensions + 1);
        HiddenLayer layer = new HiddenLayer(dimensions, hidden, weights.values());
        EvidenceGate gate = tensors.containsKey(GATE) ? new EvidenceGate(dimensions, tensors.get(GATE).values()) : EvidenceGate.none(dimensions);
        return new CandidateNetwork(Optional.empty(), items, new VectorTable(0, dimensions), new float[0], gate, layer);
    }

    /** The vectors of items as parts of a history, copied. */
    public VectorTable items() {
        return VectorTable.of(inputs.rows(), dimensions(), inputs::row);
    }

    /** What else embeds histories: the gate and the hidden layer. */
    public Map<String, Tensor> tensors() {
        return Map.of(
                LAYER, new Tensor(new long[] {layer.weights().length}, layer.weights()),
                GATE, new Tensor(new long[] {gate.numbers().length}, gate.numbers()));
    }

    public int dimensions() {
        return layer.dimensions();
    }

    /** How many items it knows. */
    public int itemCount() {
        return inputs.rows();
    }

    /**
     * The vector of a listener with this history; {@code u} of nothing at all where it is empty.
     *
     * @param history items, from 0 on
     * @param weights of the items, as {@link Histories#read} gives them: what is disliked, below 0, points away
     * @param size    how many there are
     * @return float[dimensions], of no particular length
     */
    public float[] embed(int[] history, float[] weights, int size) {
        float[] mean = new float[dimensions()];
        float[] row = new float[dimensions()];
        double squares = 0;
        int evidence = 0;
        for (int i = 0; i < size; i++) {
            if (weights[i] != 0) {
                evidence++;
                inputs.read(history[i], row);
                squares += (double) weights[i] * weights[i];
                for (int d = 0; d < row.length; d++) {
                    mean[d] += weights[i] * row[d];
                }
            }
        }
        for (int d = 0; d < mean.length && squares > 0; d++) {
            mean[d] /= (float) Math.sqrt(squares);
        }
        gate.apply(mean, 0, evidence);
        float[] out = new float[dimensions()];
        layer.forward(mean, 0, new float[layer.hidden()], out);
        return out;
    }

    /** The vector of a listener of {@code histories}. */
    public float[] embed(Histories histories, int listener) {
        int size = histories.size(listener);
        int[] items = new int[size];
        float[] weights = new float[size];
        return embed(items, weights, histories.read(listener, items, weights));
    }

    /** The logit of every item for a listener's vector: the higher, the likelier they play it. */
    public double[] scores(float[] listener) {
        double[] scores = new double[itemCount()];
        float[] row = new float[dimensions()];
        for (int item = 0; item < scores.length; item++) {
            outputs.read(item, row);
            float sum = bias[item];
            for (int d = 0; d < row.length; d++) {
                sum += listener[d] * row[d];
            }
            scores[item] = sum;
        }
        return scores;
    }

    VectorTable inputs() {
        return inputs;
    }

    VectorTable outputs() {
        return outputs;
    }

    float[] bias() {
        return bias;
    }

    EvidenceGate gate() {
        return gate;
    }

    HiddenLayer layer() {
        return layer;
    }

    /** Frees the item tables. */
    @Override
    public void close() {
        arena.ifPresent(Arena::close);
    }
}
