package org.tasteprint.genre.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.genre.decision.SongDecision.Geometric;
import org.tasteprint.genre.decision.SongDecision.Mean;
import org.tasteprint.genre.decision.SongDecision.Neighbours;
import org.tasteprint.genre.decision.SongDecision.Threshold;
import org.tasteprint.genre.decision.SongDecision.Vote;
import tools.jackson.databind.json.JsonMapper;

class SongDecisionTest {
    /** Two segments lean towards the first label, one is sure of the second. */
    private static final SongSegments SONG = SongSegments.of(
            new int[] {0, 0, 1}, new double[][] {{0.5, 0.3, 0.2}, {0.4, 0.35, 0.25}, {0.05, 0.9, 0.05}});

    @Test
    void theVoteCountsSegmentsAndTheMeanTheirProbabilities() {
        assertThat(new Vote().decide(SONG).label()).isZero();
        Verdict mean = new Mean().decide(SONG);
        assertThat(mean.label()).isEqualTo(1);
        assertThat(mean.probability()).containsExactly(new double[] {0.95 / 3, 1.55 / 3, 0.5 / 3}, within(1e-12));
        assertThat(new Vote().decide(SONG).probability()).containsExactly(mean.probability());
    }

    @Test
    void inTheGeometricMeanASegmentCanExcludeALabel() {
        SongSegments song = SongSegments.of(
                new int[] {0, 0, 1}, new double[][] {{0.6, 0.4}, {0.6, 0.4}, {0.01, 0.99}});
        Verdict verdict = new Geometric().decide(song);
        assertThat(verdict.label()).isEqualTo(1);
        double first = Math.cbrt(0.6 * 0.6 * 0.01);
        double second = Math.cbrt(0.4 * 0.4 * 0.99);
        assertThat(verdict.probability()[0]).isCloseTo(first / (first + second), within(1e-12));
        SongSegments impossible = SongSegments.of(new int[] {0, 1}, new double[][] {{1, 0}, {0, 1}});
        assertThat(new Geometric().decide(impossible).probability()).containsExactly(0.5, 0.5);
    }

    @Test
    void aboveAThresholdOnlySegmentsThatAreSureVote() {
        assertThat(new Threshold(OptionalDouble.of(0.6)).decide(SONG).label()).isEqualTo(1);
        assertThat(new Threshold(OptionalDouble.of(0.6)).decide(SONG).probability()).containsExactly(0.05, 0.9, 0.05);
        assertThat(new Threshold(OptionalDouble.of(0)).decide(SONG).label()).isZero();
        assertThat(new Threshold(OptionalDouble.of(0.95)).decide(SONG).label()).as("nobody is so sure: all vote").isZero();
        assertThatThrownBy(() -> Threshold.TO_BE_CHOSEN.decide(SONG)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void neighboursOfAllSegmentsAreOneCount() {
        SongSegments song = new SongSegments(
                SONG.label(), SONG.probability(), new double[][] {{0.2, 0, 0.8}, {0.4, 0.6, 0}, {0.4, 0.6, 0}});
        Verdict verdict = Neighbours.DEFAULT.decide(song);
        assertThat(verdict.label()).isEqualTo(1);
        assertThat(verdict.probability()).containsExactly(new double[] {1 / 3.0, 0.4, 0.8 / 3}, within(1e-12));
        assertThatThrownBy(() -> Neighbours.DEFAULT.decide(SONG)).hasMessageContaining("neighbours");
    }

    @Test
    void theThresholdIsTheLowestOfThoseThatDoBest() {
        SongSegments other = SongSegments.of(new int[] {0, 1}, new double[][] {{0.9, 0.1, 0}, {0.2, 0.7, 0.1}});
        // Without its middle segment the first song is a draw, which the mean decides; the second is right at any threshold.
        assertThat(ThresholdSearch.best(List.of(SONG, other), new int[] {1, 0}).least()).hasValue(0.4);
        assertThat(ThresholdSearch.best(List.of(other), new int[] {-1}).least()).as("nothing helps").hasValue(0);
    }

    @Test
    void namesAndFilesTellDecisionsApart() {
        JsonMapper json = JsonMapper.builder().build();
        for (String name : List.of("vote", "mean", "geometric", "threshold", "knn")) {
            SongDecision decision = SongDecision.parse(name);
            assertThat(decision.label()).isEqualTo(name);
            assertThat(json.readValue(json.writeValueAsString(decision), SongDecision.class)).isEqualTo(decision);
        }
        assertThat(json.readValue(json.writeValueAsString(Threshold.HALF), SongDecision.class)).isEqualTo(Threshold.HALF);
        assertThatThrownBy(() -> SongDecision.parse("coin"))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("vote, mean, geometric, threshold or knn");
    }
}
