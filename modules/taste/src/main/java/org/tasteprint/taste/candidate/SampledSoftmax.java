package org.tasteprint.taste.candidate;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The softmax of a batch's listeners over its candidates, and its gradients by hand: what a listener is known to like is left out, and
 * logits are corrected by the logarithm of how likely an item is to be a candidate (Bengio and Senécal 2008), so that popular
 * items, which are candidates more often, are not taken for unloved ones.
 *
 * <p>All three products (logits, gradient of the listeners, gradient of the items) go through one loop over {@value #TILE}
 * neighbouring floats, which the compiler turns into vector instructions. Candidates are worked on in tiles and in parallel; what
 * is summed over tiles is summed in their order, so the outcome does not depend on the number of threads.
 */
final class SampledSoftmax {
    private static final int TILE = CandidateBatch.SIZE;
    /** Parts whose sums are kept apart: fixed, so that results are the same on any machine. */
    private static final int PARTS = 8;
    private static final float NEVER = -1e30f;

    private final int dimensions;
    private float[] exponentials = new float[0];
    private final float[][] largest = new float[PARTS][TILE];
    private final float[][] total = new float[PARTS][TILE];
    private final float[][] ofListeners;
    private final float[] turned;
    private int[] entryStarts = new int[0];
    private int[] entries = new int[0];
    private final int[] owner = new int[TILE * CandidateBatch.ITEMS_AT_MOST];

    SampledSoftmax(int dimensions) {
        this.dimensions = dimensions;
        ofListeners = new float[PARTS][dimensions * TILE];
        turned = new float[dimensions * TILE];
    }

    /**
     * The mean loss of the listeners, and its gradients.
     *
     * @param listeners   float[listeners][dimensions]
     * @param items       float[candidates][dimensions], padded to whole tiles
     * @param offset      of each candidate: its bias minus the logarithm of how likely it is a candidate
     * @param toListeners receives the gradient of the listeners
     * @param toItems     receives the gradient of the items
     * @param toOffset    receives the gradient of the offsets
     */
    double loss(
            CandidateBatch batch, float[] listeners, float[] items, float[] offset,
            float[] toListeners, float[] toItems, float[] toOffset) {
        int tiles = (batch.candidates + TILE - 1) / TILE;
        if (exponentials.length < tiles * TILE * TILE) {
            exponentials = new float[tiles * TILE * TILE];
        }
        group(batch, tiles * TILE);
        for (int u = 0; u < TILE; u++) {
            for (int d = 0; d < dimensions; d++) {
                turned[d * TILE + u] = u < batch.listeners ? listeners[u * dimensions + d] : 0;
            }
        }
        double[] found = new double[PARTS];
        float[] wanted = new float[TILE];
        float[] share = shares(batch, wanted);
        IntStream.range(0, PARTS).parallel().forEach(part -> found[part] = logits(batch, part, tiles, items, offset, share));
        float[] scale = new float[TILE * PARTS];
        double loss = normalise(batch, wanted, share, scale) - Arrays.stream(found).sum();
        IntStream.range(0, PARTS).parallel().forEach(part ->
                gradients(batch, part, tiles, listeners, items, share, scale, toItems, toOffset));
        for (int u = 0; u < batch.listeners; u++) {
            for (int d = 0; d < dimensions; d++) {
                float sum = 0;
                for (int part = 0; part < PARTS; part++) {
                    sum += ofListeners[part][d * TILE + u];
                }
                toListeners[u * dimensions + d] = sum;
            }
        }
        return loss;
    }

    /** Orders the entries by candidate. */
    private void group(CandidateBatch batch, int padded) {
        if (entryStarts.length < padded + 1) {
            entryStarts = new int[padded + 1];
        }
        Arrays.fill(entryStarts, 0, padded + 1, 0);
        int size = batch.starts[batch.listeners];
        if (entries.length < size) {
            entries = new int[Math.max(size, 2 * entries.length)];
        }
        for (int e = 0; e < size; e++) {
            entryStarts[batch.candidate[e] + 1]++;
        }
        for (int c = 0; c < padded; c++) {
            entryStarts[c + 1] += entryStarts[c];
        }
        for (int u = 0; u < batch.listeners; u++) {
            for (int e = batch.starts[u]; e < batch.starts[u + 1]; e++) {
                owner[e] = u;
            }
        }
        int[] next = Arrays.copyOf(entryStarts, padded);
        for (int e = 0; e < size; e++) {
            entries[next[batch.candidate[e]]++] = e;
        }
    }

    /**
     * What an item to be found counts in the loss: listeners count with the square root of how many they have.
     *
     * @param wanted receives how many items are to be found for each listener
     */
    private static float[] shares(CandidateBatch batch, float[] wanted) {
        float[] share = new float[TILE];
        for (int u = 0; u < batch.listeners; u++) {
            for (int e = batch.starts[u]; e < batch.starts[u + 1]; e++) {
                wanted[u] += batch.hidden[e] ? 1 : 0;
            }
            share[u] = wanted[u] == 0 ? 0 : (float) (1 / (Math.sqrt(wanted[u]) * batch.listeners));
        }
        return share;
    }

    private int first(int part, int tiles) {
        return (int) ((long) tiles * part / PARTS);
    }

    /** Exponentials of the logits of one part's candidates, and the weighted sum of the logits of what is to be found. */
    private double logits(CandidateBatch batch, int part, int tiles, float[] items, float[] offset, float[] share) {
        float[] max = largest[part];
        float[] sum = total[part];
        Arrays.fill(max, NEVER);
        Arrays.fill(sum, 0);
        int from = first(part, tiles) * TILE;
        int to = first(part + 1, tiles) * TILE;
        int end = Math.min(to, batch.candidates);
        double found = 0;
        for (int c = from; c < to; c++) {
            Arrays.fill(exponentials, c * TILE, (c + 1) * TILE, c < end ? offset[c] : NEVER);
        }
        for (int c = from; c < end; c++) {
            multiply(exponentials, c * TILE, items, c * dimensions, 1, turned, 0, dimensions);
            for (int i = entryStarts[c]; i < entryStarts[c + 1]; i++) {
                int e = entries[i];
                int at = c * TILE + owner[e];
                if (batch.hidden[e]) {
                    found += (double) share[owner[e]] * exponentials[at];
                } else if (batch.weight[e] > 0) {
                    exponentials[at] = NEVER;
                }
            }
            for (int u = 0; u < TILE; u++) {
                max[u] = Math.max(max[u], exponentials[c * TILE + u]);
            }
        }
        for (int c = from; c < to; c++) {
            for (int u = 0; u < TILE; u++) {
                float e = (float) Math.exp(exponentials[c * TILE + u] - max[u]);
                exponentials[c * TILE + u] = e;
                sum[u] += e;
            }
        }
        return found;
    }

    /** Turns exponentials of parts into what each contributes to the gradient; returns the weighted logarithms of the sums. */
    private double normalise(CandidateBatch batch, float[] wanted, float[] share, float[] scale) {
        double loss = 0;
        for (int u = 0; u < batch.listeners; u++) {
            float max = NEVER;
            for (int part = 0; part < PARTS; part++) {
                max = Math.max(max, largest[part][u]);
            }
            double sum = 0;
            for (int part = 0; part < PARTS; part++) {
                sum += total[part][u] * Math.exp(largest[part][u] - max);
            }
            if (sum > 0 && share[u] > 0) {
                loss += share[u] * wanted[u] * (max + Math.log(sum));
                for (int part = 0; part < PARTS; part++) {
                    scale[part * TILE + u] = (float) (share[u] * wanted[u] * Math.exp(largest[part][u] - max) / sum);
                }
            }
        }
        return loss;
    }

    private void gradients(
            CandidateBatch batch, int part, int tiles, float[] listeners, float[] items, float[] share, float[] scale,
            float[] toItems, float[] toOffset) {
        float[] ofU = ofListeners[part];
        Arrays.fill(ofU, 0);
        float[] byListener = new float[TILE * TILE];
        float[] ofTile = new float[dimensions * TILE];
        for (int tile = first(part, tiles); tile < first(part + 1, tiles); tile++) {
            int from = tile * TILE;
            for (int c = from; c < from + TILE; c++) {
                for (int u = 0; u < TILE; u++) {
                    exponentials[c * TILE + u] *= scale[part * TILE + u];
                }
                for (int i = entryStarts[c]; i < entryStarts[c + 1]; i++) {
                    if (batch.hidden[entries[i]]) {
                        exponentials[c * TILE + owner[entries[i]]] -= share[owner[entries[i]]];
                    }
                }
                float sum = 0;
                for (int u = 0; u < TILE; u++) {
                    float g = exponentials[c * TILE + u];
                    byListener[u * TILE + c - from] = g;
                    sum += g;
                }
                toOffset[c] = sum;
            }
            Arrays.fill(ofTile, 0);
            for (int d = 0; d < dimensions; d++) {
                multiply(ofU, d * TILE, items, from * dimensions + d, dimensions, exponentials, from * TILE, TILE);
                multiply(ofTile, d * TILE, listeners, d, dimensions, byListener, 0, batch.listeners);
            }
            for (int c = 0; c < TILE; c++) {
                for (int d = 0; d < dimensions; d++) {
                    toItems[(from + c) * dimensions + d] = ofTile[d * TILE + c];
                }
            }
        }
    }

    /** Adds Σ a[first + i · stride] · b[at + i · TILE …] over i to TILE floats of {@code sum}. */
    private static void multiply(float[] sum, int to, float[] a, int first, int stride, float[] b, int at, int terms) {
        int i = 0;
        for (; i + 4 <= terms; i += 4) {
            float a0 = a[first + i * stride];
            float a1 = a[first + (i + 1) * stride];
            float a2 = a[first + (i + 2) * stride];
            float a3 = a[first + (i + 3) * stride];
            int row = at + i * TILE;
            for (int j = 0; j < TILE; j++) {
                sum[to + j] += a0 * b[row + j] + a1 * b[row + TILE + j] + a2 * b[row + 2 * TILE + j] + a3 * b[row + 3 * TILE + j];
            }
        }
        for (; i < terms; i++) {
            float a0 = a[first + i * stride];
            for (int j = 0; j < TILE; j++) {
                sum[to + j] += a0 * b[at + i * TILE + j];
            }
        }
    }
}
