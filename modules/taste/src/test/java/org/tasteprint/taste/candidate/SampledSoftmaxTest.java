package org.tasteprint.taste.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tasteprint.taste.listener.SparseRows;

class SampledSoftmaxTest {
    private static final int DIMENSIONS = 5;
    private static final int ITEMS = 90;

    private final Random random = new Random(5);
    private final CandidateBatch batch = batch();
    private final int padded = (batch.candidates + 63) / 64 * 64;
    private final float[] listeners = gaussian(64 * DIMENSIONS);
    private final float[] items = gaussian(padded * DIMENSIONS);
    private final float[] offset = gaussian(padded);

    private float[] gaussian(int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private CandidateBatch batch() {
        List<List<SparseRows.Entry>> rows = new ArrayList<>();
        for (int listener = 0; listener < 7; listener++) {
            rows.add(IntStream.range(0, ITEMS)
                    .filter(item -> random.nextInt(6) == 0)
                    .mapToObj(item -> new SparseRows.Entry(item, 1, 1))
                    .toList());
        }
        CandidateSettings settings = new CandidateSettings(DIMENSIONS, 4, 1, 1e-3, List.of(50.0), 0, 0.5, 30, 1);
        CandidateBatch batch = new CandidateBatch(Histories.of(SparseRows.of(ITEMS, rows)), settings, new SplittableRandom(1));
        batch.fill(IntStream.range(0, 7).toArray(), 0, 7);
        return batch;
    }

    /** The loss as the definition has it, one listener after the other. */
    private double byDefinition() {
        double loss = 0;
        for (int u = 0; u < batch.listeners; u++) {
            double[] logits = new double[batch.candidates];
            for (int c = 0; c < batch.candidates; c++) {
                logits[c] = offset[c];
                for (int d = 0; d < DIMENSIONS; d++) {
                    logits[c] += (double) listeners[u * DIMENSIONS + d] * items[c * DIMENSIONS + d];
                }
            }
            boolean[] known = new boolean[batch.candidates];
            int hidden = 0;
            double found = 0;
            for (int e = batch.starts[u]; e < batch.starts[u + 1]; e++) {
                known[batch.candidate[e]] = !batch.hidden[e];
                if (batch.hidden[e]) {
                    hidden++;
                    found += logits[batch.candidate[e]];
                }
            }
            double sum = IntStream.range(0, batch.candidates).filter(c -> !known[c]).mapToDouble(c -> Math.exp(logits[c])).sum();
            loss += hidden == 0 ? 0 : (hidden * Math.log(sum) - found) / Math.sqrt(hidden) / batch.listeners;
        }
        return loss;
    }

    @Test
    void theLossIsThatOfItsDefinition() {
        assertThat(loss(new float[64 * DIMENSIONS], new float[items.length], new float[padded])).isCloseTo(byDefinition(), within(1e-4));
    }

    @Test
    void gradientsAgreeWithDifferencesOfTheLoss() {
        float[] toListeners = new float[64 * DIMENSIONS];
        float[] toItems = new float[items.length];
        float[] toOffset = new float[padded];
        loss(toListeners, toItems, toOffset);
        for (int i = 0; i < batch.listeners * DIMENSIONS; i += 3) {
            assertThat((double) toListeners[i]).isCloseTo(difference(listeners, i), within(1e-4));
        }
        for (int i = 0; i < batch.candidates * DIMENSIONS; i += 17) {
            assertThat((double) toItems[i]).isCloseTo(difference(items, i), within(1e-4));
        }
        for (int c = 0; c < batch.candidates; c += 5) {
            assertThat((double) toOffset[c]).isCloseTo(difference(offset, c), within(1e-4));
        }
    }

    private double difference(float[] parameters, int at) {
        float before = parameters[at];
        parameters[at] = before + 0.01f;
        double up = byDefinition();
        parameters[at] = before - 0.01f;
        double down = byDefinition();
        parameters[at] = before;
        return (up - down) / 0.02;
    }

    private double loss(float[] toListeners, float[] toItems, float[] toOffset) {
        return new SampledSoftmax(DIMENSIONS).loss(batch, listeners, items, offset, toListeners, toItems, toOffset);
    }
}
