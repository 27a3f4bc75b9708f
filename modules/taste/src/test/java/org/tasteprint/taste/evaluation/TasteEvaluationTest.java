package org.tasteprint.taste.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.catalog.Interaction;
import org.tasteprint.core.ArtistPlays;
import org.tasteprint.core.Interval;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.features.FeatureStore;
import org.tasteprint.taste.PlantedListeners;
import org.tasteprint.taste.TasteModel;
import org.tasteprint.taste.TasteTrainer;
import org.tasteprint.taste.listener.TasteData;
import org.tasteprint.taste.tower.TasteSettings;
import org.tasteprint.taste.tower.Tower;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TasteEvaluationTest {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void ranksUnheardArtistsForPlayersOfArtists() {
        PlantedListeners planted = new PlantedListeners(40, 80, 11);
        FeatureStore store = planted.store(folder);
        TasteData data = planted.artistPlays();
        TasteReport report =
                new TasteEvaluation(data, store, PlantedListeners.settings().with(draft -> draft.split = "")).folds(3, Progress.SILENT);
        TasteReport.ColdArtists cold = report.coldArtists().orElseThrow();
        assertThat(report.explicit()).isEmpty();
        // They play half of the artists that they like, so that some that are not played are liked: about 0.83 is perfect.
        assertThat(cold.auc()).isGreaterThan(0.7);
        assertThat(cold.auc()).isGreaterThan(report.baselines().coldArtists().get("content_popularity") + 0.1);
        assertThat(cold.ci95().low()).isLessThan(cold.auc());
        assertThat(cold.artists()).isEqualTo(40);
        TasteReport.Implicit implicit = report.implicit().orElseThrow();
        assertThat(implicit.parting()).isEqualTo("random");
        assertThat(implicit.ndcgAt10()).isGreaterThan(report.baselines().implicit().get("popularity").get("ndcg@10"));
        assertThat(implicit.recallAt50()).isGreaterThan(implicit.recallAt10());
        assertThat(report.neighbours()).as("no genres").isEmpty();
        assertThat(report.baselines().implicit()).as("artists were played, not tracks").doesNotContainKey("global_tower");
    }

    @Test
    void tracksAreAlsoRankedByTheirSoundAloneAndNeighboursCompareGenres() {
        PlantedListeners planted = new PlantedListeners(24, 30, 15).withGenres();
        FeatureStore store = planted.store(folder);
        TasteData data = planted.plays(0.5);
        TasteReport report = new TasteEvaluation(data, store, PlantedListeners.settings().with(draft -> draft.split = "").with(draft -> draft.epochs = 6)).folds(2, Progress.SILENT);
        assertThat(report.implicit().orElseThrow().ranked()).isEqualTo(Items.TRACKS);
        assertThat(report.baselines().implicit().get("content_popularity").get("recall@10")).isPositive();
        assertThat(report.baselines().implicit().get("global_tower").get("recall@10")).isPositive();
        TasteReport.Neighbours near = report.neighbours().orElseThrow();
        assertThat(near.tracks()).isEqualTo(72);
        assertThat(near.taste()).as("two genres, of which chance finds half").isGreaterThan(0.6);
        assertThat(near.features()).isGreaterThan(0.6);
        assertThat(near.tasteCi95().low()).isLessThan(near.taste());
    }

    @Test
    void theReportHasTheShapeThatTheCommandLinePromises() {
        PlantedListeners planted = new PlantedListeners(16, 20, 12);
        FeatureStore store = planted.store(folder);
        TasteData data = planted.reactions(0.5);
        TasteReport report = new TasteEvaluation(data, store, PlantedListeners.settings().with(draft -> draft.split = "").with(draft -> draft.epochs = 2))
                .folds(2, Progress.SILENT);
        JsonNode json = JsonMapper.builder().build().valueToTree(report);
        assertThat(json.at("/users").asInt()).isPositive();
        assertThat(json.at("/explicit/pairs").asLong()).isPositive();
        assertThat(json.at("/explicit/pairwise_accuracy").isNumber()).isTrue();
        assertThat(json.at("/explicit/ci95/low").isNumber()).isTrue();
        for (String baseline : List.of("random", "popularity", "content_popularity", "global_tower")) {
            assertThat(json.at("/baselines/explicit/" + baseline).isNumber()).as(baseline).isTrue();
        }
        // Undated reactions are no log of what somebody chose to hear.
        assertThat(json.has("cold_artists")).isFalse();
        assertThat(json.has("implicit")).isFalse();
    }

    @Test
    void holdsOutWhatCameLastWhereEverythingIsDated() {
        PlantedListeners planted = new PlantedListeners(10, 1, 13);
        Random random = new Random(1);
        List<Interaction> plays = new ArrayList<>();
        for (int user = 0; user < 12; user++) {
            for (int track = 0; track < 30; track += 1 + random.nextInt(2)) {
                plays.add(PlantedListeners.played("u" + user, "t%03d".formatted(track), 1, START.plus(Duration.ofDays(track))));
            }
        }
        PlayedItems played = PlayedItems.of(planted.data(plays, List.of()), Items.TRACKS);
        assertThat(played.dated()).isTrue();
        PlayedItems.Parted parts = played.parted(1);
        long latestKept = Arrays.stream(parts.rest().last()).max().orElseThrow();
        assertThat(Arrays.stream(parts.wanted()).flatMapToInt(Arrays::stream)).allSatisfy(item -> assertThat(
                        START.plus(Duration.ofDays(Long.parseLong(played.items().get(item).substring("track t".length())))).toEpochMilli())
                .isGreaterThan(latestKept));
        long heldOut = Arrays.stream(parts.wanted()).mapToLong(items -> items.length).sum();
        assertThat((double) heldOut / plays.size()).isBetween(0.1, 0.25);
    }

    @Test
    void historiesAreJudgedWhereALogIsAllThereIs() {
        // Two camps: whoever plays one artist of a camp plays most of the others.
        Random random = new Random(2);
        List<ArtistPlays> plays = new ArrayList<>();
        for (int user = 0; user < 60; user++) {
            for (int artist = 0; artist < 40; artist++) {
                if (random.nextDouble() < (artist % 2 == user % 2 ? 0.6 : 0.03)) {
                    plays.add(new ArtistPlays("u" + user, "Artist " + artist, 1 + random.nextInt(50)));
                }
            }
        }
        TasteData log = new TasteData(List.of(), List.of(), plays, "none");
        TasteReport report = new TasteEvaluation(log, new FeatureStore(folder), TasteSettings.of(Tower.parse("conv"))).histories();

        TasteReport.Implicit implicit = report.implicit().orElseThrow();
        assertThat(implicit.ranked()).isEqualTo(Items.ARTISTS);
        assertThat(implicit.items()).isEqualTo(40);
        assertThat(implicit.parting()).isEqualTo("random");
        assertThat(report.baselines().implicit()).containsOnlyKeys("random", "popularity", "item_knn", "als", "dnn");
        double popular = report.baselines().implicit().get("popularity").get("ndcg@10");
        assertThat(report.baselines().implicit().get("item_knn").get("ndcg@10")).isGreaterThan(popular + 0.1);
        assertThat(report.baselines().implicit().get("als").get("ndcg@10")).isGreaterThan(popular + 0.1);
        assertThat(report.baselines().implicit().get("dnn").get("ndcg@10")).isGreaterThan(popular + 0.1);
        assertThat(report.baselines().implicit().get("random").get("recall@10")).isLessThan(0.5);
        Map<String, Interval> leads = report.baselines().lead();
        assertThat(leads).containsKeys("implicit.dnn-als.ndcg@10", "implicit.dnn-als.recall@50");
        double difference = report.baselines().implicit().get("dnn").get("ndcg@10") - report.baselines().implicit().get("als").get("ndcg@10");
        assertThat(difference).isBetween(leads.get("implicit.dnn-als.ndcg@10").low(), leads.get("implicit.dnn-als.ndcg@10").high());
        assertThat(implicit.coldUsers().users()).isEqualTo(implicit.users());
        assertThat(implicit.coldUsers().figures().get("item_knn").get("ndcg@10")).as("three artists tell the camp").isGreaterThan(popular);
        assertThat(implicit.coldItems().users()).as("nothing has few listeners").isZero();
        assertThat(implicit.exposure().get("popularity").coverage()).isLessThan(implicit.exposure().get("random").coverage());
        assertThat(implicit.exposure().get("popularity").gini()).isGreaterThan(implicit.exposure().get("random").gini());
        assertThat(implicit.exposure().get("random").percentile()).isBetween(0.3, 0.7);
    }

    @Test
    void aModelIsNotJudgedOnWhatItWasTrainedOn() {
        PlantedListeners planted = new PlantedListeners(8, 10, 14);
        FeatureStore store = planted.store(folder);
        TasteData data = planted.reactions(0.5);
        TasteSettings settings = PlantedListeners.settings().with(draft -> draft.epochs = 1);
        TasteModel model = new TasteTrainer().train(data, store, data.trackIds("train"), settings, Progress.SILENT);
        TasteEvaluation evaluation = new TasteEvaluation(data, store, settings);
        assertThatThrownBy(() -> evaluation.split(model, "train", Progress.SILENT))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("'train'");
        assertThatThrownBy(() -> evaluation.split(model, "valid", Progress.SILENT))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("'valid'");
        assertThatThrownBy(() -> evaluation.folds(9, Progress.SILENT))
                .isInstanceOf(TasteprintException.class)
                .hasMessage("cannot make 9 folds of 8 artists: ask for 2 to 8");
    }
}
