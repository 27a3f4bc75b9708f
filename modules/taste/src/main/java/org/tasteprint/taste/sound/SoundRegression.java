package org.tasteprint.taste.sound;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tasteprint.core.Vectors;
import org.tasteprint.nets.Tensor;
import org.tasteprint.taste.listener.Cholesky;
import org.tasteprint.taste.listener.Listening;

/**
 * Kernel ridge regression from the sound of artists to where listeners put them: regression of collaborative vectors on content (van
 * den Oord, Dieleman and Schrauwen 2013) in closed form. The kernel of two whitened sounds is their cosine plus twice a Gaussian of
 * their distance, so that what sounds alike in general counts as well as what is almost the same.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class SoundRegression {
    /** Chosen on folds by artist of development data; between a tenth and a half, figures hardly differ. */
    private static final double BANDWIDTH = 0.25;
    private static final double GAUSSIAN = 2;
    private static final double PENALTY = 10;
    private static final int MEDIAN_OF = 400;

    private final Whitening whitening;
    private final float[][] artists;
    private final double[] norms;
    private final float spread;
    private final float[][] weights;
    private final int dimensions;

    /**
     * @param artists    float[n][d]: whitened sounds
     * @param spread     the squared distance at which the Gaussian is 1/e
     * @param weights    float[n][dimensions]
     */
    private SoundRegression(Whitening whitening, float[][] artists, float spread, float[][] weights, int dimensions) {
        this.whitening = whitening;
        this.artists = artists;
        this.norms = Arrays.stream(artists).mapToDouble(Vectors::norm).toArray();
        this.spread = spread;
        this.weights = weights;
        this.dimensions = dimensions;
    }

    /**
     * Learns from the artists that listeners have an opinion of; where there are none, it says 0 of everything.
     *
     * @param rows       standardised sound, one a track of {@code listening}
     * @param heard      tracks whose sound is there, at least one
     * @param directions of the listeners' histories, of length 1 or 0
     */
    public static SoundRegression fit(
            Listening listening, List<float[]> rows, BitSet heard, List<float[]> directions, int dimensions) {
        Whitening whitening = Whitening.of(rows, heard, listening.tracksOfArtists());
        ArtistTargets learned = ArtistTargets.of(listening, rows, heard, directions, dimensions);
        float[][] artists = Arrays.stream(learned.sounds()).map(whitening::apply).toArray(float[][]::new);
        // As a file keeps it, so that a model says the same before and after.
        float spread = (float) (BANDWIDTH * medianDistance(artists));
        float[][] weights = new float[artists.length][dimensions];
        SoundRegression regression = new SoundRegression(whitening, artists, spread, weights, dimensions);
        regression.solve(learned.targets());
        regression.scaleToUnitLength();
        return regression;
    }

    /** The regression that {@link #tensors} came from. */
    public static SoundRegression of(Map<String, Tensor> tensors) {
        float[][] whitening = tensors.get("whitening").rows();
        for (int i = 0; i < whitening.length; i++) {
            whitening[i] = Arrays.copyOf(whitening[i], i + 1);
        }
        Tensor weights = tensors.get("weights");
        return new SoundRegression(
                new Whitening(whitening),
                tensors.get("artists").rows(),
                tensors.get("spread").values()[0],
                weights.rows(),
                (int) weights.shape()[1]);
    }

    /** All that it consists of: {@code whitening} [d][d], {@code artists} [n][d], {@code weights} [n][dimensions], {@code spread} [1]. */
    public Map<String, Tensor> tensors() {
        int d = whitening.rows().length;
        float[][] square = Arrays.stream(whitening.rows()).map(row -> Arrays.copyOf(row, d)).toArray(float[][]::new);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("whitening", Tensor.ofRows(square, d));
        tensors.put("artists", Tensor.ofRows(artists, d));
        tensors.put("weights", Tensor.ofRows(weights, dimensions));
        tensors.put("spread", new Tensor(new long[] {1}, new float[] {spread}));
        return tensors;
    }

    private void solve(double[][] targets) {
        int n = artists.length;
        double[][] gram = new double[n][];
        IntStream.range(0, n).parallel().forEach(i -> {
            gram[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                gram[i][j] = kernel(artists[i], norms[i], j);
            }
            gram[i][i] += PENALTY;
        });
        Cholesky.decompose(gram);
        for (int d = 0; d < dimensions; d++) {
            int dimension = d;
            double[] solved =
                    Cholesky.substitute(gram, IntStream.range(0, n).mapToDouble(i -> targets[i][dimension]).toArray());
            for (int i = 0; i < n; i++) {
                weights[i][d] = (float) solved[i];
            }
        }
    }

    /** So that the mean square length over the artists is 1. */
    private void scaleToUnitLength() {
        double squares = IntStream.range(0, artists.length)
                .mapToDouble(i -> Vectors.norm(ofWhite(artists[i])))
                .map(length -> length * length)
                .average()
                .orElse(0);
        float scale = squares < 1e-12 ? 0 : (float) (1 / Math.sqrt(squares));
        for (float[] row : weights) {
            for (int d = 0; d < row.length; d++) {
                row[d] *= scale;
            }
        }
    }

    private static double medianDistance(float[][] artists) {
        int n = Math.min(MEDIAN_OF, artists.length);
        double[] distances = IntStream.range(0, n)
                .boxed()
                .flatMapToDouble(i -> IntStream.range(0, i).mapToDouble(j -> squaredDistance(artists[i], artists[j])))
                .sorted()
                .toArray();
        double median = distances.length == 0 ? 0 : distances[distances.length / 2];
        return median > 0 ? median : 1;
    }

    private static double squaredDistance(float[] a, float[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            double difference = a[d] - b[d];
            sum += difference * difference;
        }
        return sum;
    }

    private double kernel(float[] white, double norm, int artist) {
        double product = Vectors.dot(white, artists[artist]);
        double distance = Math.max(0, norm * norm + norms[artist] * norms[artist] - 2 * product);
        double lengths = norm * norms[artist];
        return (lengths == 0 ? 0 : product / lengths) + GAUSSIAN * Math.exp(-distance / spread);
    }

    /**
     * Where listeners would put this sound.
     *
     * @param row standardised sound of a track, or the mean of several
     * @return float[dimensions], whose mean square length is 1 over the artists that it has learned from
     */
    public float[] at(float[] row) {
        return ofWhite(whitening.apply(row));
    }

    private float[] ofWhite(float[] white) {
        double norm = Vectors.norm(white);
        float[] vector = new float[dimensions];
        for (int artist = 0; artist < artists.length; artist++) {
            float value = (float) kernel(white, norm, artist);
            for (int d = 0; d < vector.length; d++) {
                vector[d] += value * weights[artist][d];
            }
        }
        return vector;
    }
}
