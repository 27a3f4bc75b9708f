package org.tasteprint.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.catalog.Interaction;
import org.tasteprint.core.ArtistPlays;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.Vectors;
import org.tasteprint.features.FeatureStore;
import org.tasteprint.taste.evaluation.TasteEvaluation;
import org.tasteprint.taste.evaluation.TasteReport;
import org.tasteprint.taste.listener.TasteData;
import org.tasteprint.taste.tower.TasteSettings;
import org.tasteprint.taste.tower.Tower;
import org.tasteprint.taste.user.UserKind;

class TasteTrainerTest {
    @TempDir
    private Path folder;

    private static TasteModel train(TasteData data, FeatureStore store, TasteSettings settings) {
        return new TasteTrainer().train(data, store, data.trackIds(settings.split()), settings, Progress.SILENT);
    }

    private static List<String> ids(TasteData data) {
        return List.copyOf(data.trackIds(""));
    }

    @Test
    void findsPlantedTastesOnUnheardArtists() {
        PlantedListeners planted = new PlantedListeners(40, 60, 1);
        FeatureStore store = planted.store(folder);
        TasteData data = planted.reactions(0.5);
        TasteModel model = train(data, store, PlantedListeners.settings());
        TasteReport report = new TasteEvaluation(data, store, model.settings()).split(model, "test", Progress.SILENT);
        double accuracy = report.explicit().orElseThrow().pairwiseAccuracy();
        // One reaction in ten is noise, so that about 0.9 is perfect.
        assertThat(accuracy).isGreaterThan(0.78);
        assertThat(accuracy).isGreaterThan(report.baselines().explicit().get("content_popularity") + 0.15);
        assertThat(report.baselines().lead().get("explicit.content_popularity").low()).isPositive();
        assertThat(report.baselines().explicit().get("popularity")).isEqualTo(0.5);
        assertThat(model.lossPerEpoch().getLast()).isLessThan(0.8 * model.lossPerEpoch().getFirst());
    }

    @Test
    void theCandidateNetworkGivesListenersVectorsThatAHistoryGetsAgainFromTheSavedModel() {
        PlantedListeners planted = new PlantedListeners(40, 200, 1);
        FeatureStore store = planted.store(folder.resolve("features"));
        TasteData data = planted.artistPlays();
        TasteModel model = train(data, store, PlantedListeners.settings().with(draft -> draft.users = UserKind.DNN));
        TasteReport report = new TasteEvaluation(data, store, model.settings()).split(model, "test", Progress.SILENT);
        assertThat(report.coldArtists().orElseThrow().auc())
                .isGreaterThan(report.baselines().coldArtists().get("content_popularity") + 0.1);
        Path file = folder.resolve("taste.safetensors");
        model.save(file);
        TasteModel loaded = TasteModel.load(file);
        List<ArtistPlays> plays = data.artistPlays().stream().filter(one -> one.userId().equals("u005")).toList();
        float[] anew = loaded.userVector(new History(List.of(), plays, Map.of()));
        assertThat(anew).usingComparatorWithPrecision(1e-5f).isEqualTo(model.userVector("u005").orElseThrow());
    }

    @Test
    void whatIsKnownOfAListenerServesOneWithoutAHistory() {
        PlantedListeners planted = new PlantedListeners(30, 120, 4);
        FeatureStore store = planted.store(folder);
        TasteData plays = planted.artistPlays();
        Map<String, Map<String, String>> attributes = new HashMap<>();
        plays.artistPlays().forEach(one -> attributes
                .computeIfAbsent(one.userId(), id -> new HashMap<>())
                .merge("side", one.artist().startsWith("Elsewhere 0 true") ? "left" : "right", (a, b) -> a.equals("left") ? a : b));
        TasteData data = new TasteData(plays.tracks(), List.of(), plays.artistPlays(), attributes, "attributes");
        TasteModel model = train(data, store, PlantedListeners.settings().with(draft -> draft.users = UserKind.DNN).with(draft -> draft.epochs = 4));
        float[] left = model.userVector(new History(List.of(), List.of(), Map.of("side", "left")));
        float[] right = model.userVector(new History(List.of(), List.of(), Map.of("side", "right")));
        assertThat(left).isNotEqualTo(right);
        double leftOfLeft = mean(attributes, "left", user -> Vectors.dot(left, model.userVector(user).orElseThrow()));
        double leftOfRight = mean(attributes, "right", user -> Vectors.dot(left, model.userVector(user).orElseThrow()));
        assertThat(leftOfLeft).isGreaterThan(leftOfRight);
        assertThat(model.userVector(new History(List.of(), List.of(), Map.of("side", "neither")))).isEqualTo(model.sharedVector());
    }

    private static double mean(Map<String, Map<String, String>> attributes, String side, ToDoubleFunction<String> figure) {
        return attributes.entrySet().stream()
                .filter(user -> user.getValue().get("side").equals(side))
                .mapToDouble(user -> figure.applyAsDouble(user.getKey()))
                .average()
                .orElseThrow();
    }

    @Test
    void whereEverybodyAgreesThePersonalPartDoesNoHarm() {
        PlantedListeners planted = new PlantedListeners(40, 30, 2).agreeing();
        FeatureStore store = planted.store(folder);
        TasteData data = planted.reactions(0.1);
        TasteModel model = train(data, store, PlantedListeners.settings());
        TasteReport report = new TasteEvaluation(data, store, model.settings()).split(model, "test", Progress.SILENT);
        assertThat(report.explicit().orElseThrow().pairwiseAccuracy())
                .isGreaterThan(report.baselines().explicit().get("content_popularity") - 0.02);
    }

    @Test
    void theSameSeedGivesTheSameModelAndSavingKeepsIt() {
        PlantedListeners planted = new PlantedListeners(16, 25, 3);
        FeatureStore store = planted.store(folder);
        TasteData data = planted.reactions(0.5);
        TasteSettings settings = PlantedListeners.settings().with(draft -> draft.epochs = 3);
        TasteModel model = train(data, store, settings);
        assertSame(train(data, store, settings), model, data, store);

        Path file = folder.resolve("taste.safetensors");
        model.save(file);
        TasteModel loaded = TasteModel.load(file);
        assertSame(loaded, model, data, store);
        assertThat(loaded.provenance()).isEqualTo(model.provenance());
        assertThat(loaded.settings()).isEqualTo(model.settings());
        assertThat(loaded.trainingTracks()).isEqualTo(model.trainingTracks());
    }

    @Test
    void aTrainingThatWasKilledGoesOnAsIfNothingHadBeen() {
        PlantedListeners planted = new PlantedListeners(16, 25, 3);
        FeatureStore store = planted.store(folder);
        TasteData data = planted.reactions(0.5);
        TasteSettings settings = PlantedListeners.settings().with(draft -> draft.epochs = 3);
        TasteModel undisturbed = train(data, store, settings);
        Path kept = folder.resolve("in-training");
        Set<String> tracks = data.trackIds(settings.split());
        for (int epochs : new int[] {2, 5}) {
            assertThatThrownBy(() -> new TasteTrainer(kept).train(data, store, tracks, settings, new KilledAfter(epochs)))
                    .hasMessage("killed");
        }
        KilledAfter counting = new KilledAfter(Integer.MAX_VALUE);
        TasteModel resumed = new TasteTrainer(kept).train(data, store, tracks, settings, counting);
        assertSame(resumed, undisturbed, data, store);
        assertThat(resumed.validationPerEpoch()).isEqualTo(undisturbed.validationPerEpoch()).isNotEmpty();
        assertThat(kept).as("is of no use any more").doesNotExist();
    }

    /** Stops the training from outside, some epochs after it has begun. */
    private static final class KilledAfter implements Progress {
        private int epochsLeft;

        KilledAfter(int epochs) {
            epochsLeft = epochs;
        }

        @Override
        public Task begin(String what, String unit, long total) {
            Task silent = Progress.SILENT.begin(what, unit, total);
            return new Task() {
                @Override
                public void advance(long steps) {}

                @Override
                public void detail(String text) {
                    if (--epochsLeft < 0) {
                        throw new IllegalStateException("killed");
                    }
                }

                @Override
                public void close() {
                    silent.close();
                }
            };
        }

        @Override
        public void note(String message) {}
    }

    private static void assertSame(TasteModel one, TasteModel other, TasteData data, FeatureStore store) {
        assertThat(one.lossPerEpoch()).isEqualTo(other.lossPerEpoch());
        assertThat(one.users()).isEqualTo(other.users());
        one.users().forEach(user ->
                assertThat(one.userVector(user).orElseThrow()).isEqualTo(other.userVector(user).orElseThrow()));
        assertThat(one.embed(store, ids(data)).values()).isEqualTo(other.embed(store, ids(data)).values());
    }

    @Test
    void reactionsToAndPlaysOfHeldOutArtistsDoNotReachTheModel() {
        PlantedListeners planted = new PlantedListeners(16, 20, 4);
        FeatureStore store = planted.store(folder);
        TasteData reactions = planted.reactions(0.5);
        TasteData plays = planted.artistPlays();
        TasteData data = planted.data(reactions.interactions(), plays.artistPlays());
        Set<String> training = data.trackIds("train");
        Set<String> unheard = data.trackIds("test");
        List<Interaction> changed = new ArrayList<>();
        data.interactions().stream()
                .filter(interaction -> training.contains(interaction.trackId()))
                .forEach(changed::add);
        unheard.forEach(track -> changed.add(PlantedListeners.reaction("u000", track, true)));
        List<ArtistPlays> changedPlays = new ArrayList<>(data.artistPlays());
        changedPlays.removeIf(artist -> artist.artist().equalsIgnoreCase("Artist 15"));
        changedPlays.add(new ArtistPlays("u001", "artist 14", 100_000));

        TasteSettings settings = PlantedListeners.settings().with(draft -> draft.epochs = 2);
        TasteModel model = train(data, store, settings);
        assertSame(train(planted.data(changed, changedPlays), store, settings), model, data, store);
    }

    @Test
    void vectorsHaveLengthOneAndTheirProductIsTheScore() {
        PlantedListeners planted = new PlantedListeners(16, 25, 5);
        FeatureStore store = planted.store(folder);
        TasteData data = planted.reactions(0.5);
        TasteModel model = train(data, store, PlantedListeners.settings().with(draft -> draft.epochs = 2));
        FeatureMatrix vectors = model.embed(store, ids(data));
        assertThat(vectors.feature()).isEqualTo("taste");
        assertThat(vectors.dimensions()).isEqualTo(40);
        float[] user = model.userVector("u003").orElseThrow();
        float[] track = vectors.row(7);
        assertThat(Vectors.norm(user)).isCloseTo(1, within(1e-5));
        assertThat(Vectors.norm(track)).isCloseTo(1, within(1e-5));
        assertThat(model.score("u003", track)).isEqualTo(Vectors.dot(user, track));
        assertThat(model.score("nobody", track)).isEqualTo(Vectors.dot(model.sharedVector(), track));
        assertThat(model.userVector("nobody")).isEmpty();

        FeatureMatrix segments = store.load(PlantedListeners.FEATURE, model.settings().hop(), List.of("t007"));
        FeatureMatrix derived = model.derive(Map.of(PlantedListeners.FEATURE, segments));
        assertThat(derived.trackIds()).containsExactly("t007");
        for (int d = 0; d < 40; d++) {
            assertThat(derived.values()[d]).isCloseTo(track[d], within(1e-5f));
        }
    }

    @Test
    void withoutAnyReactionTheModelKnowsNobodyAndStillGivesVectors() {
        PlantedListeners planted = new PlantedListeners(8, 1, 6);
        FeatureStore store = planted.store(folder);
        TasteData data = planted.data(List.of(), List.of());
        TasteModel model = train(data, store, PlantedListeners.settings());
        assertThat(model.users()).isEmpty();
        assertThat(model.lossPerEpoch()).isEmpty();
        assertThat(model.embed(store, ids(data)).rows()).isEqualTo(data.tracks().size());
    }

    @Test
    void oneListenerWithLikesAloneIsEnough() {
        PlantedListeners planted = new PlantedListeners(8, 1, 7);
        FeatureStore store = planted.store(folder);
        TasteData data = planted.data(
                List.of(PlantedListeners.reaction("u", "t000", true), PlantedListeners.reaction("u", "t004", true)), List.of());
        TasteModel model = train(data, store, PlantedListeners.settings().with(draft -> draft.epochs = 2));
        assertThat(model.users()).containsExactly("u");
        assertThat(model.userVector("u").orElseThrow()).doesNotContain(Float.NaN);
        model.embed(store, ids(data)).trackIds().forEach(id -> assertThat(id).isNotBlank());
        assertThat(model.embed(store, ids(data)).values()).doesNotContain(Float.NaN);
    }

    @Test
    void oneArtistAloneFallsBackToWhatCannotBeValidated() {
        PlantedListeners planted = new PlantedListeners(1, 5, 8);
        FeatureStore store = planted.store(folder);
        TasteData data = planted.reactions(1);
        TasteModel model = train(data, store, PlantedListeners.settings().with(draft -> draft.split = "").with(draft -> draft.epochs = 2));
        assertThat(model.provenance().parameters()).containsEntry("validation_accuracy", "NaN");
        assertThat(model.embed(store, ids(data)).values()).doesNotContain(Float.NaN);
    }

    @Test
    void saysWhatIsMissing() {
        PlantedListeners planted = new PlantedListeners(8, 3, 9);
        TasteData data = planted.reactions(0.5);
        FeatureStore empty = new FeatureStore(folder.resolve("empty"));
        assertThatThrownBy(() -> train(data, empty, PlantedListeners.settings()))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("planted")
                .hasMessageContaining("./tasteprint extract");
        assertThatThrownBy(() -> data.trackIds("valid"))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("'valid'");
        assertThatThrownBy(() -> planted.data(List.of(), List.of()).trackIds("nowhere"))
                .isInstanceOf(TasteprintException.class);
        assertThatThrownBy(() -> Tower.parse("deep"))
                .isInstanceOf(TasteprintException.class)
                .hasMessage("there is no tower 'deep': it is conv, musicnn or features:A,B");
        assertThatThrownBy(() -> Tower.parse("features:")).isInstanceOf(TasteprintException.class);
    }

    @Test
    void aDamagedFileIsRefusedInOneLine() throws IOException {
        Path file = folder.resolve("taste.safetensors");
        Files.writeString(file, "this is not a model");
        assertThatThrownBy(() -> TasteModel.load(file))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("taste.safetensors")
                .hasMessageNotContaining("\n");
    }
}
