package org.tasteprint.genre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.TasteprintException;

class FeatureJoinTest {
    private static final FeatureMatrix SEGMENTS = new FeatureMatrix(
            "segments", 2, List.of("a", "a", "a", "b", "b"), new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});

    @Test
    void repeatsAFeatureWithOneRowATrack() {
        FeatureMatrix whole = new FeatureMatrix("whole", 1, List.of("b", "a"), new float[] {-2, -1});
        FeatureMatrix rows = new FeatureJoin(List.of(SEGMENTS, whole))
                .join(List.of("b", "a"), FeatureJoin.ALL, 0)
                .rows();
        assertThat(rows.feature()).isEqualTo("segments+whole");
        assertThat(rows.trackIds()).containsExactly("b", "b", "a", "a", "a");
        assertThat(rows.values()).containsExactly(7, 8, -2, 9, 10, -2, 1, 2, -1, 3, 4, -1, 5, 6, -1);
    }

    @Test
    void repeatsRowsOfLongerStretchesOverTheirShareOfTheTrack() {
        float[] times = {0, 1, 2, 3, 4, 5, 6, 7, 8};
        FeatureMatrix clock = new FeatureMatrix("clock", 1, Collections.nCopies(9, "a"), times);
        FeatureMatrix halves = new FeatureMatrix("halves", 1, List.of("a", "a"), new float[] {-1, -2});
        FeatureMatrix rows =
                new FeatureJoin(List.of(halves, clock)).join(List.of("a"), FeatureJoin.ALL, 0).rows();
        assertThat(rows.values()).containsExactly(-1, 0, -1, 1, -1, 2, -1, 3, -1, 4, -2, 5, -2, 6, -2, 7, -2, 8);
    }

    @Test
    void cutsToTheShortest() {
        FeatureMatrix other = new FeatureMatrix("other", 1, List.of("a", "a"), new float[] {10, 20});
        FeatureMatrix rows =
                new FeatureJoin(List.of(other, SEGMENTS)).join(List.of("a"), FeatureJoin.ALL, 0).rows();
        assertThat(rows.values()).containsExactly(10, 1, 2, 20, 3, 4);
    }

    @Test
    void leavesOutTracksThatLackAFeature() {
        FeatureMatrix other = new FeatureMatrix("other", 1, List.of("b"), new float[] {1});
        FeatureJoin.Joined joined =
                new FeatureJoin(List.of(SEGMENTS, other)).join(List.of("a", "b", "c"), FeatureJoin.ALL, 0);
        assertThat(joined.rows().trackIds()).containsExactly("b", "b");
        assertThat(joined.missing().tracks()).containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void takesSegmentsFromEvenSharesOfATrack() {
        float[] times = new float[100];
        for (int i = 0; i < times.length; i++) {
            times[i] = i;
        }
        FeatureMatrix clock = new FeatureMatrix("clock", 1, Collections.nCopies(100, "a"), times);
        FeatureJoin join = new FeatureJoin(List.of(clock));
        for (long seed = 0; seed < 20; seed++) {
            float[] taken = join.join(List.of("a"), 4, seed).rows().values();
            for (int i = 0; i < 4; i++) {
                assertThat(taken[i]).isBetween(25f * i, 25f * i + 24);
            }
            assertThat(taken).isEqualTo(join.join(List.of("a"), 4, seed).rows().values());
        }
        assertThat(join.join(List.of("a"), 100, 7).rows().values()).isEqualTo(times);
    }

    @Test
    void namesTheTrackWhoseFeatureIsNotFinite() {
        FeatureMatrix broken = new FeatureMatrix("broken", 1, List.of("a"), new float[] {Float.NaN});
        assertThatThrownBy(() -> new FeatureJoin(List.of(broken)).join(List.of("a"), FeatureJoin.ALL, 0))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("feature broken of track a");
    }
}
