package org.tasteprint.taste.evaluation;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tasteprint.core.Vectors;
import org.tasteprint.features.FeatureStore;
import org.tasteprint.taste.TasteModel;
import org.tasteprint.taste.TasteTrainer;
import org.tasteprint.taste.TrainingView;
import org.tasteprint.taste.tower.TasteSettings;
import org.tasteprint.taste.tower.TowerInput;
import org.tasteprint.taste.tower.TowerTraining;
import org.tasteprint.taste.tower.TripleSampler;

/**
 * The baseline that ignores who the listener is: the same tower, trained by the same loss on the same triples for as long, with
 * one vector for everybody.
 */
final class GlobalTower {
    private GlobalTower() {}

    /**
     * Scores of tracks; all 0 when there is nothing to train on.
     *
     * @param rows standardised summaries of the tracks
     */
    static double[] scores(TasteModel model, TrainingView training, FeatureStore store, List<String> trackIds, List<float[]> rows) {
        return scores(model.settings(), Math.max(1, model.lossPerEpoch().size()), training, store, trackIds, rows);
    }

    /** The same, trained for so many epochs. */
    static double[] scores(
            TasteSettings settings, int epochs, TrainingView training, FeatureStore store, List<String> trackIds, List<float[]> rows) {
        TripleSampler sampler = training.sampler(settings);
        if (sampler.isEmpty()) {
            return new double[rows.size()];
        }
        // Which direction it is does not matter: the tower turns towards it.
        float[] everybody = new float[settings.personalDimensions()];
        everybody[0] = 1;
        List<float[]> users = Collections.nCopies(training.listening().users().size(), everybody);
        try (TowerTraining tower = new TowerTraining(settings, training.input(), Optional.empty())) {
            for (int epoch = 0; epoch < epochs; epoch++) {
                tower.epoch(sampler, users, TasteTrainer.stepsPerEpoch(settings, sampler));
            }
            TowerInput input = TrainingView.input(settings, store, trackIds, rows);
            return Arrays.stream(tower.embed(input, IntStream.range(0, rows.size()).toArray()))
                    .mapToDouble(vector -> Vectors.dot(vector, everybody))
                    .toArray();
        }
    }
}
