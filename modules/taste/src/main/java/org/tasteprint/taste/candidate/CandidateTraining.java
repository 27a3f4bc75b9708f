package org.tasteprint.taste.candidate;

import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.tasteprint.taste.table.VectorTable;

/**
 * Trains a {@link CandidateNetwork}: a part of each listener's history is hidden, and to be found among the items of the batch and
 * some drawn at random. The gradients are written out by hand, for they are simple and an engine's tape spends longer on
 * bookkeeping than on arithmetic of this size.
 *
 * <p>Beside the network, native memory holds Adam's first moments of both item tables; the heap 16 bytes an item and one batch.
 */
final class CandidateTraining implements AutoCloseable {
    private final CandidateSettings settings;
    private final Histories histories;
    private final SplittableRandom random;
    private final CandidateNetwork network;
    private final int[] order;
    private final float[] logChance;
    private final CandidateBatch batch;
    private final SampledSoftmax softmax;
    private final Arena arena = Arena.ofShared();
    private final Moments inputMoments;
    private final Moments outputMoments;
    private final float[] biasMean;
    private final Adam adam = new Adam();
    private final float[] layerMean;
    private final float[] layerSquare;
    private double biasSquare;
    private float[] inputs = new float[0];
    private float[] outputs;
    private float[] toInputs;
    private float[] toOutputs;
    private float[] offset;
    private float[] toOffset;

    /** Adam's moments of a table. */
    private static final class Moments {
        private final VectorTable mean;
        private double square;

        Moments(Arena arena, VectorTable table) {
            mean = new VectorTable(arena, table.rows(), table.width());
        }
    }

    CandidateTraining(Histories histories, CandidateSettings settings) {
        this.settings = settings;
        this.histories = histories;
        network = WarmStart.of(histories, settings);
        random = new SplittableRandom(settings.seed() + 1);
        batch = new CandidateBatch(histories, settings, random);
        softmax = new SampledSoftmax(settings.dimensions());
        inputMoments = new Moments(arena, network.inputs());
        outputMoments = new Moments(arena, network.outputs());
        biasMean = new float[histories.items()];
        layerMean = new float[network.layer().weights().length];
        layerSquare = new float[layerMean.length];
        int[] popularity = new int[histories.items()];
        order = countListeners(popularity);
        logChance = chances(popularity);
    }

    CandidateNetwork network() {
        return network;
    }

    /** Listeners with at least two items to tell one from the other. */
    private int[] countListeners(int[] popularity) {
        int[] items = new int[histories.longest()];
        float[] weights = new float[items.length];
        int[] able = new int[histories.listeners()];
        int count = 0;
        for (int listener = 0; listener < able.length; listener++) {
            int size = histories.read(listener, items, weights);
            int liked = 0;
            for (int i = 0; i < size; i++) {
                if (weights[i] > 0) {
                    popularity[items[i]]++;
                    liked++;
                }
            }
            if (liked > 1) {
                able[count++] = listener;
            }
        }
        return Arrays.copyOf(able, count);
    }

    /** The logarithm of how likely each item is among a batch's candidates. */
    private float[] chances(int[] popularity) {
        float[] chances = new float[popularity.length];
        double share = Math.min(1, CandidateBatch.SIZE / (double) Math.max(1, order.length));
        double notDrawn = Math.pow(1 - 1.0 / Math.max(2, popularity.length), settings.drawn());
        for (int item = 0; item < chances.length; item++) {
            double absent = Math.pow(1 - share, popularity[item]) * notDrawn;
            chances[item] = (float) Math.log(Math.max(1e-9, 1 - absent));
        }
        return chances;
    }

    boolean isEmpty() {
        return order.length == 0;
    }

    /**
     * Goes once through the listeners.
     *
     * @param progress of the whole training, in 0..1: the learning rate falls with it
     * @return the mean loss
     */
    double epoch(double progress) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int listener = order[i];
            order[i] = order[j];
            order[j] = listener;
        }
        double rate = settings.learningRate() * (1 - 0.9 * progress);
        double loss = 0;
        for (int from = 0; from < order.length; from += CandidateBatch.SIZE) {
            int to = Math.min(order.length, from + CandidateBatch.SIZE);
            batch.fill(order, from, to);
            loss += step(rate) * (to - from);
        }
        return loss / order.length;
    }

    private double step(double rate) {
        int d = settings.dimensions();
        gather(d);
        float[] weights = network.layer().weights();
        float[] means = new float[CandidateBatch.SIZE * d];
        float[] scales = means(means, d);
        int[] evidence = evidence();
        float[] listeners = new float[means.length];
        float[][] active = new float[batch.listeners][settings.hidden()];
        for (int u = 0; u < batch.listeners; u++) {
            network.gate().apply(means, u * d, evidence[u]);
            network.layer().forward(means, u * d, active[u], listeners);
        }
        float[] toListeners = new float[means.length];
        double loss = softmax.loss(batch, listeners, outputs, offset, toListeners, toOutputs, toOffset);
        float[] toMeans = new float[means.length];
        float[] toWeights = new float[weights.length];
        float[] scratch = new float[settings.hidden()];
        for (int u = 0; u < batch.listeners; u++) {
            network.layer().backward(means, u * d, active[u], toListeners, toMeans, toWeights, scratch);
            network.gate().backward(toMeans, u * d, evidence[u]);
        }
        Arrays.fill(toInputs, 0, batch.candidates * d, 0);
        for (int u = 0; u < batch.listeners; u++) {
            for (int e = batch.starts[u]; e < batch.starts[u + 1]; e++) {
                if (!batch.hidden[e]) {
                    add(toInputs, batch.candidate[e] * d, toMeans, u * d, batch.weight[e] * scales[u], d);
                }
            }
        }
        adam.begin(rate);
        adam.update(weights, toWeights, layerMean, layerSquare);
        update(network.inputs(), inputMoments, inputs, toInputs);
        update(network.outputs(), outputMoments, outputs, toOutputs);
        updateBiases();
        return loss;
    }

    private void gather(int d) {
        int padded = (batch.candidates + CandidateBatch.SIZE - 1) / CandidateBatch.SIZE * CandidateBatch.SIZE;
        if (inputs.length < padded * d) {
            inputs = new float[2 * padded * d];
            outputs = new float[inputs.length];
            toInputs = new float[inputs.length];
            toOutputs = new float[inputs.length];
            offset = new float[2 * padded];
            toOffset = new float[offset.length];
        }
        network.inputs().gather(batch.items, 0, batch.candidates, inputs, d);
        network.outputs().gather(batch.items, 0, batch.candidates, outputs, d);
        Arrays.fill(outputs, batch.candidates * d, padded * d, 0);
        for (int c = 0; c < batch.candidates; c++) {
            offset[c] = network.bias()[batch.items[c]] - logChance[batch.items[c]];
        }
    }

    /** The weighted means of what is not hidden; returns what each listener's weights were divided by. */
    private float[] means(float[] means, int d) {
        float[] scales = new float[batch.listeners];
        for (int u = 0; u < batch.listeners; u++) {
            double squares = 0;
            for (int e = batch.starts[u]; e < batch.starts[u + 1]; e++) {
                if (!batch.hidden[e]) {
                    squares += (double) batch.weight[e] * batch.weight[e];
                }
            }
            scales[u] = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
            for (int e = batch.starts[u]; e < batch.starts[u + 1]; e++) {
                if (!batch.hidden[e]) {
                    add(means, u * d, inputs, batch.candidate[e] * d, batch.weight[e] * scales[u], d);
                }
            }
        }
        return scales;
    }

    /** How many items of each listener's history are not hidden. */
    private int[] evidence() {
        int[] evidence = new int[batch.listeners];
        for (int u = 0; u < batch.listeners; u++) {
            for (int e = batch.starts[u]; e < batch.starts[u + 1]; e++) {
                evidence[u] += batch.hidden[e] || batch.weight[e] == 0 ? 0 : 1;
            }
        }
        return evidence;
    }

    private static void add(float[] sum, int to, float[] vectors, int from, float factor, int length) {
        for (int i = 0; i < length; i++) {
            sum[to + i] += factor * vectors[from + i];
        }
    }

    private void update(VectorTable table, Moments moments, float[] rows, float[] gradient) {
        int d = settings.dimensions();
        float[] mean = new float[batch.candidates * d];
        moments.mean.gather(batch.items, 0, batch.candidates, mean, d);
        moments.square = adam.updateRows(rows, gradient, mean, moments.square, batch.candidates * d, (float) settings.penalty());
        table.scatter(batch.items, 0, batch.candidates, rows, d);
        moments.mean.scatter(batch.items, 0, batch.candidates, mean, d);
    }

    private void updateBiases() {
        float[] rows = new float[batch.candidates];
        float[] mean = new float[batch.candidates];
        for (int c = 0; c < batch.candidates; c++) {
            rows[c] = network.bias()[batch.items[c]];
            mean[c] = biasMean[batch.items[c]];
        }
        biasSquare = adam.updateRows(rows, toOffset, mean, biasSquare, batch.candidates, 0);
        for (int c = 0; c < batch.candidates; c++) {
            network.bias()[batch.items[c]] = rows[c];
            biasMean[batch.items[c]] = mean[c];
        }
    }

    /** Frees the moments; the network lives on. */
    @Override
    public void close() {
        arena.close();
    }
}
