package org.tasteprint.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.catalog.Interaction;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.Progress;
import org.tasteprint.core.Track;
import org.tasteprint.features.FeatureNames;
import org.tasteprint.features.FeatureStore;
import org.tasteprint.features.Hop;
import org.tasteprint.nets.PyTorch;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.Towers;
import org.tasteprint.nets.musicnn.MusicnnBlock;
import org.tasteprint.nets.musicnn.MusicnnWidths;
import org.tasteprint.taste.listener.TasteData;
import org.tasteprint.taste.tower.Negative;
import org.tasteprint.taste.tower.PatchInput;
import org.tasteprint.taste.tower.TasteSettings;
import org.tasteprint.taste.tower.Tower;
import org.tasteprint.taste.tower.TowerLoss;
import org.tasteprint.taste.user.UserKind;

class ConvTowerTest {
    @TempDir
    private Path folder;

    /** Low hum and high hiss; half of the listeners like one, half the other. */
    @Test
    void learnsFromLogMelPatches() {
        learns(new Tower.Conv());
    }

    @Test
    void goesOnFromAPretrainedNetworkWhoseFilterBanksStay() {
        Map<String, Tensor> pretrained = pretrained();
        TasteModel model = learns(new Tower.Tuned(pretrained));
        assertThat(model.tracks().tower()).containsOnlyKeys(pretrained.keySet());
        pretrained.forEach((name, tensor) -> {
            float[] now = model.tracks().tower().get(name).values();
            if (name.startsWith("01frontEnd")) {
                assertThat(now).as(name).isEqualTo(tensor.values());
            } else if (name.startsWith("02middle") && name.endsWith("weight")) {
                assertThat(now).as(name).isNotEqualTo(tensor.values());
            }
        });
        Path file = folder.resolve("taste.safetensors");
        model.save(file);
        TasteModel loaded = TasteModel.load(file);
        assertThat(loaded.settings()).isEqualTo(model.settings());
        assertThat(loaded.embed(new FeatureStore(folder), List.of("t6")).values())
                .isEqualTo(model.embed(new FeatureStore(folder), List.of("t6")).values());
    }

    /** The parameters of a narrow musicnn that has learned nothing. */
    private static Map<String, Tensor> pretrained() {
        try (NDManager manager = PyTorch.newManager()) {
            MusicnnBlock block = new MusicnnBlock(new MusicnnWidths(6, 3, 5, 7, 4));
            Towers.initialise(block, manager, new Shape(1, 1, 187, PatchInput.BANDS), 3);
            return Towers.parameters(block);
        }
    }

    private TasteModel learns(Tower tower) {
        Random random = new Random(1);
        FeatureStore store = new FeatureStore(folder);
        List<Track> tracks = new ArrayList<>();
        List<Interaction> reactions = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            tracks.add(new Track("t" + t, "", "artist " + t, "", "", 0, "", t < 6 ? "train" : "test"));
            // The first track is shorter than a patch.
            int frames = t == 0 ? 120 : 200 + 100 * (t % 3);
            float[] values = new float[frames * PatchInput.BANDS];
            for (int i = 0; i < values.length; i++) {
                boolean loud = (i % PatchInput.BANDS < 48) == (t % 2 == 0);
                values[i] = (loud ? 3 : 0.5f) + random.nextFloat();
            }
            store.write(
                    Hop.THREE_SECONDS,
                    new FeatureMatrix(FeatureNames.LOG_MEL, PatchInput.BANDS, Collections.nCopies(frames, "t" + t), values));
            for (int user = 0; user < 6; user++) {
                reactions.add(PlantedListeners.reaction("u" + user, "t" + t, user % 2 == t % 2));
            }
        }
        TasteData data = new TasteData(tracks, reactions, List.of(), "");
        TasteSettings settings = new TasteSettings(
                tower, UserKind.ALS, 8, TowerLoss.MARGIN, Negative.STANDARD, 0.2, 1, 4, 3e-3, 1e-4, 3, 1, 1, "train", Hop.THREE_SECONDS);
        TasteModel model = new TasteTrainer().train(data, store, data.trackIds("train"), settings, Progress.SILENT);
        assertThat(model.lossPerEpoch()).allSatisfy(loss -> assertThat(loss).isBetween(0.0, 2.2));

        FeatureMatrix vectors = model.embed(store, List.of("t6", "t7"));
        if (tower instanceof Tower.Tuned) {
            assertThat(model.lossPerEpoch()).isNotEmpty();
            return model;
        }
        assertThat(model.score("u0", vectors.row(0))).isGreaterThan(model.score("u0", vectors.row(1)));
        assertThat(model.score("u1", vectors.row(1))).isGreaterThan(model.score("u1", vectors.row(0)));

        FeatureMatrix frames = store.load(FeatureNames.LOG_MEL, Hop.THREE_SECONDS, List.of("t6", "t7"));
        float[] derived = model.derive(Map.of(FeatureNames.LOG_MEL, frames)).values();
        for (int i = 0; i < derived.length; i++) {
            assertThat(derived[i]).isCloseTo(vectors.values()[i], within(1e-4f));
        }
        return model;
    }
}
