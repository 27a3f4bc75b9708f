package org.tasteprint.taste;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tasteprint.core.Vectors;
import org.tasteprint.features.FeatureStore;
import org.tasteprint.taste.listener.Listening;
import org.tasteprint.taste.listener.TasteData;
import org.tasteprint.taste.measure.PairAccuracy;
import org.tasteprint.taste.tower.Negative;
import org.tasteprint.taste.tower.Summaries;
import org.tasteprint.taste.tower.TasteSettings;
import org.tasteprint.taste.tower.TowerLoss;
import org.tasteprint.taste.tower.TowerTraining;
import org.tasteprint.taste.tower.TripleSampler;

/** One training without validation, which takes a moment; what is chosen by validation is tested elsewhere. */
class HardNegativesTest {
    private static final int EPOCHS = 4;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(TowerLoss.class)
    void aTowerLearnsFromNegativesMinedInItsOwnSpace(TowerLoss loss) {
        PlantedListeners planted = new PlantedListeners(16, 40, 5);
        FeatureStore store = planted.store(folder);
        TasteData data = planted.artistPlays();
        TasteSettings settings = PlantedListeners.settings().with(draft -> draft.split = "").with(draft -> {
            draft.loss = loss;
            draft.negatives = Set.of(Negative.HARD);
        });
        Set<String> ids = data.trackIds("");
        Prepared training = Prepared.of(TrainingView.of(data, ids, Summaries.read(store, settings, ids), store, settings), settings);
        TripleSampler sampler = training.view().sampler(settings);
        assertThat(sampler.mines()).isTrue();
        try (TowerTraining tower = new TowerTraining(settings, training.view().input(), Optional.empty())) {
            double before = playedAboveNotPlayed(training, tower);
            for (int epoch = 0; epoch < EPOCHS; epoch++) {
                tower.epoch(sampler, training.directions(), 12);
            }
            assertThat(tower.losses().getLast()).isLessThan(tower.losses().getFirst());
            assertThat(playedAboveNotPlayed(training, tower)).isGreaterThan(before + 0.15).isGreaterThan(0.75);
        }
    }

    /** How often a track that a listener plays lies nearer to them than one they don't play: the mean over listeners. */
    private static double playedAboveNotPlayed(Prepared training, TowerTraining tower) {
        Listening listening = training.view().listening();
        int[] tracks = IntStream.range(0, listening.tracks().size()).toArray();
        float[][] vectors = tower.embed(training.view().input(), tracks);
        return IntStream.range(0, listening.users().size())
                .mapToDouble(user -> {
                    int[] played = listening.opinions(user).played();
                    int[] others = IntStream.of(tracks).filter(track -> Arrays.binarySearch(played, track) < 0).toArray();
                    double[] scores = IntStream.of(tracks).mapToDouble(t -> Vectors.dot(training.directions().get(user), vectors[t])).toArray();
                    return played.length == 0 || others.length == 0 ? Double.NaN : PairAccuracy.of(scores, played, others);
                })
                .filter(accuracy -> !Double.isNaN(accuracy))
                .average()
                .orElseThrow();
    }
}
