package org.tasteprint.index.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tasteprint.core.Progress;
import org.tasteprint.core.Vectors;
import org.tasteprint.index.query.Attributes;

class HubnessTest {
    /** Points of many dimensions around a centre that is not the origin: those near the centre are near to all. */
    private static float[][] units(int count, int dimensions) {
        Random random = new Random(2);
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    float[] vector = new float[dimensions];
                    for (int d = 0; d < dimensions; d++) {
                        vector[d] = (float) (random.nextGaussian() + 0.3);
                    }
                    return Vectors.normalized(vector);
                })
                .toArray(float[][]::new);
    }

    @Test
    void mutualProximityTakesTheSkewOut() {
        float[][] units = units(1_000, 100);
        MutualProximity proximity = new MutualProximity(Arrays.copyOf(units, MutualProximity.SAMPLE));
        Hubness hubness = Hubness.of(units, 10, proximity, Progress.SILENT);
        assertThat(hubness.points()).isEqualTo(1_000);
        assertThat(hubness.skewness()).isGreaterThan(1);
        assertThat(hubness.skewnessReduced()).isLessThan(hubness.skewness() / 2);
        assertThat(hubness.mostReduced()).isLessThan(hubness.most());
        assertThat(hubness.neverShareReduced()).isLessThan(hubness.neverShare());
    }

    @Test
    void aHubStepsBackBehindAPointThatIsNearToTheQueryAlone() {
        float[][] units = units(400, 50);
        float[] query = units[0];
        float[] centre = new float[50];
        Arrays.fill(centre, 1);
        float[] hub = Vectors.normalized(centre);
        // As similar to the query as the hub is, in another direction.
        double similarity = Vectors.dot(query, hub);
        float[] own = new float[50];
        for (int d = 0; d < 50; d++) {
            own[d] = (float) (2 * similarity * query[d] - hub[d]);
        }
        MutualProximity proximity = new MutualProximity(Arrays.copyOf(units, 256));
        List<Candidate> ranked = proximity.ranked(
                query,
                List.of(
                        new Candidate("hub", similarity + 1e-3, similarity + 1e-3, hub, Attributes.NONE),
                        new Candidate("own", similarity, similarity, own, Attributes.NONE)));
        assertThat(ranked).extracting(Candidate::id).containsExactly("own", "hub");
        assertThat(ranked.getLast().similarity()).isEqualTo(similarity + 1e-3);
    }
}
