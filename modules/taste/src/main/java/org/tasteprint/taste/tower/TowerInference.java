package org.tasteprint.taste.tower;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import java.util.Arrays;
import java.util.Map;
import org.tasteprint.core.Vectors;
import org.tasteprint.nets.PyTorch;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.Towers;

/** Runs a trained tower; a batch of a few hundred values' worth of examples is in memory at a time. */
public final class TowerInference implements AutoCloseable {
    private static final int VALUES_A_BATCH = 1 << 18;

    private final NDManager manager;
    private final Block tower;

    /** Runs a tower whose weights belong to somebody else. */
    TowerInference(Block tower) {
        this.manager = PyTorch.newManager();
        this.tower = tower;
    }

    /** Runs a tower with these weights. */
    public TowerInference(TasteSettings settings, Map<String, Tensor> parameters) {
        this(TowerTraining.untrained(settings, parameters));
        Towers.load(tower, manager, parameters);
    }

    /** The personal part of each track's vector: the mean over its examples, scaled to length 1. */
    public float[][] embed(TowerInput input, int[] tracks) {
        float[][] vectors = new float[tracks.length][];
        int atOnce = Math.max(1, VALUES_A_BATCH / input.width());
        float[] batch = new float[atOnce * input.width()];
        int[] owner = new int[atOnce];
        int filled = 0;
        for (int i = 0; i < tracks.length; i++) {
            for (float[] example : input.all(tracks[i])) {
                System.arraycopy(example, 0, batch, filled * input.width(), example.length);
                owner[filled++] = i;
                if (filled == atOnce) {
                    add(vectors, owner, filled, batch, input);
                    filled = 0;
                }
            }
        }
        add(vectors, owner, filled, batch, input);
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = Vectors.normalized(vectors[i]);
        }
        return vectors;
    }

    private void add(float[][] vectors, int[] owner, int rows, float[] batch, TowerInput input) {
        if (rows == 0) {
            return;
        }
        try (NDManager scope = manager.newSubManager()) {
            float[] values = Arrays.copyOf(batch, rows * input.width());
            NDList in = new NDList(scope.create(values, input.batch(rows)));
            NDArray out = tower.forward(new ParameterStore(scope, false), in, false).singletonOrThrow();
            float[] flat = out.toFloatArray();
            int dimensions = flat.length / rows;
            for (int row = 0; row < rows; row++) {
                float[] vector = vectors[owner[row]];
                if (vector == null) {
                    vector = vectors[owner[row]] = new float[dimensions];
                }
                for (int d = 0; d < dimensions; d++) {
                    vector[d] += flat[row * dimensions + d];
                }
            }
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
