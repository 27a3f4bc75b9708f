package org.tasteprint.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.nets.format.NpyRows;

/** Vectors to search among: those of a file, read as they are needed, or made. */
interface VectorRows extends Iterable<float[]> {
    /** How many there are. */
    int count();

    /** Length of each. */
    int dimensions();

    /**
     * The rows of a {@code .npy} file of float32; they are not held in memory.
     *
     * @throws TasteprintException when it cannot be read or is no such file
     */
    static VectorRows of(Path npy) {
        try (NpyRows file = NpyRows.open(npy)) {
            return new FileRows(npy, Math.toIntExact(file.rows()), file.dimensions());
        }
    }

    /**
     * Vectors that lie as embeddings do: in unequal clusters, each a sheet of few dimensions among many, with a little noise.
     *
     * @param count how many
     * @param seed  of everything random; the clusters are the same for every seed
     */
    static VectorRows made(int count, int dimensions, long seed) {
        return MadeRows.of(count, dimensions, seed);
    }

    /** Rows of a file. */
    record FileRows(Path npy, int count, int dimensions) implements VectorRows {
        private static final int BLOCK = 1000;

        @Override
        public Iterator<float[]> iterator() {
            int blocks = (count + BLOCK - 1) / BLOCK;
            return IntStream.range(0, blocks)
                    .boxed()
                    .flatMap(block -> {
                        int from = block * BLOCK;
                        int rows = Math.min(BLOCK, count - from);
                        float[] values;
                        try (NpyRows file = NpyRows.open(npy)) {
                            values = file.read(from, rows);
                        }
                        return IntStream.range(0, rows)
                                .mapToObj(row -> Arrays.copyOfRange(values, row * dimensions, (row + 1) * dimensions));
                    })
                    .iterator();
        }
    }

    /** Rows made anew whenever they are asked for, so that no more of them is in memory than one. */
    record MadeRows(int count, int dimensions, long seed, float[][] centres, float[][][] sheets) implements VectorRows {
        private static final int CLUSTERS = 50;
        private static final int SHEET = 16;

        static MadeRows of(int count, int dimensions, long seed) {
            SplittableRandom shape = new SplittableRandom(7);
            float[][] centres = gaussian(shape, CLUSTERS, dimensions);
            float[][][] sheets = new float[CLUSTERS][][];
            for (int c = 0; c < CLUSTERS; c++) {
                sheets[c] = gaussian(shape, SHEET, dimensions);
            }
            return new MadeRows(count, dimensions, seed, centres, sheets);
        }

        @Override
        public Iterator<float[]> iterator() {
            SplittableRandom random = new SplittableRandom(seed);
            return IntStream.range(0, count).mapToObj(row -> row(random)).iterator();
        }

        private float[] row(SplittableRandom random) {
            // The square makes the first clusters the larger ones.
            int c = (int) (CLUSTERS * Math.pow(random.nextDouble(), 2));
            float[] row = centres[c].clone();
            for (float[] direction : sheets[c]) {
                float along = (float) (random.nextGaussian() / Math.sqrt(SHEET));
                for (int d = 0; d < dimensions; d++) {
                    row[d] += along * direction[d];
                }
            }
            for (int d = 0; d < dimensions; d++) {
                row[d] += (float) (0.1 * random.nextGaussian());
            }
            return row;
        }

        private static float[][] gaussian(SplittableRandom random, int rows, int dimensions) {
            float[][] matrix = new float[rows][dimensions];
            for (float[] row : matrix) {
                for (int d = 0; d < dimensions; d++) {
                    row[d] = (float) random.nextGaussian();
                }
            }
            return matrix;
        }
    }

    /** Writes them as a {@code .npy} file. */
    default void save(Path npy) {
        NpyRows.write(npy, count(), dimensions(), iterator());
    }
}
