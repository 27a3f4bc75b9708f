package org.tasteprint.taste.candidate;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Listeners of one step, and the items that they are to choose from: those of their histories and some drawn at random. A part
 * of each history, drawn at random, is hidden and to be found; the rest is what the listener is known by.
 */
final class CandidateBatch {
    /** Listeners in a batch. */
    static final int SIZE = 64;
    /** Items of one listener that a step reads: of longer histories, as many at random. */
    static final int ITEMS_AT_MOST = 512;

    private final Histories histories;
    private final double dropout;
    private final int drawn;
    private final SplittableRandom random;
    private final int[] slotOf;
    private int[] longItems;
    private float[] longWeights;

    /** Items, each once. */
    int[] items = new int[1 << 12];
    int candidates;
    int listeners;
    /** Entries, in the order of their listener: which candidate, what weight, and whether it is to be found. */
    int[] starts = new int[SIZE + 1];
    int[] candidate = new int[SIZE * ITEMS_AT_MOST];
    float[] weight = new float[SIZE * ITEMS_AT_MOST];
    boolean[] hidden = new boolean[SIZE * ITEMS_AT_MOST];

    CandidateBatch(Histories histories, CandidateSettings settings, SplittableRandom random) {
        this.histories = histories;
        this.dropout = settings.dropout();
        this.drawn = settings.drawn();
        this.random = random;
        slotOf = new int[histories.items()];
        Arrays.fill(slotOf, -1);
        int longest = Math.max(1, histories.longest());
        longItems = new int[longest];
        longWeights = new float[longest];
    }

    /** Takes the listeners {@code order[from]} to {@code order[to - 1]}. */
    void fill(int[] order, int from, int to) {
        for (int c = 0; c < candidates; c++) {
            slotOf[items[c]] = -1;
        }
        candidates = 0;
        listeners = to - from;
        int at = 0;
        for (int u = 0; u < listeners; u++) {
            starts[u] = at;
            at = add(order[from + u], at);
        }
        starts[listeners] = at;
        for (int i = 0; i < drawn; i++) {
            slot(random.nextInt(histories.items()));
        }
    }

    private int add(int listener, int at) {
        int size = histories.read(listener, longItems, longWeights);
        if (size > ITEMS_AT_MOST) {
            for (int i = 0; i < ITEMS_AT_MOST; i++) {
                swap(i, i + random.nextInt(size - i));
            }
            size = ITEMS_AT_MOST;
        }
        int end = at;
        for (int i = 0; i < size; i++) {
            if (longWeights[i] != 0) {
                candidate[end] = slot(longItems[i]);
                weight[end] = longWeights[i];
                hidden[end++] = longWeights[i] > 0 && random.nextDouble() < dropout;
            }
        }
        return end;
    }

    private void swap(int i, int j) {
        int item = longItems[i];
        longItems[i] = longItems[j];
        longItems[j] = item;
        float w = longWeights[i];
        longWeights[i] = longWeights[j];
        longWeights[j] = w;
    }

    private int slot(int item) {
        if (slotOf[item] < 0) {
            if (candidates == items.length) {
                items = Arrays.copyOf(items, 2 * items.length);
            }
            items[candidates] = item;
            slotOf[item] = candidates++;
        }
        return slotOf[item];
    }
}
