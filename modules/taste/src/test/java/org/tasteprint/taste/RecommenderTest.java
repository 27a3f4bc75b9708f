package org.tasteprint.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.catalog.Catalog;
import org.tasteprint.catalog.Database;
import org.tasteprint.catalog.DatasetImport;
import org.tasteprint.catalog.Interaction;
import org.tasteprint.core.ArtistPlays;
import org.tasteprint.core.Embedding;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.Track;
import org.tasteprint.core.Vectors;
import org.tasteprint.features.FeatureStore;
import org.tasteprint.index.Point;
import org.tasteprint.index.SpaceDefinition;
import org.tasteprint.index.VectorSpaces;
import org.tasteprint.index.query.Filter;
import org.tasteprint.taste.listener.TasteData;

class RecommenderTest {
    @TempDir
    private Path folder;

    @Test
    void recommendsWhatIsNearAndSaysWhy() throws IOException {
        PlantedListeners planted = new PlantedListeners(20, 40, 21);
        FeatureStore store = planted.store(folder.resolve("features"));
        Path dataset = dataset(planted, planted.reactions(0.4));
        try (Catalog catalog = Catalog.open(new Database.Embedded(folder.resolve("database")));
                VectorSpaces spaces = VectorSpaces.open(folder.resolve("spaces"))) {
            new DatasetImport(catalog, file -> {
                        throw new AssertionError("no track has a file");
                    })
                    .run(dataset, Progress.SILENT);
            TasteModel model = new TasteTrainer()
                    .train(catalog, store, PlantedListeners.settings().with(draft -> draft.split = ""), Progress.SILENT);
            FeatureMatrix vectors = model.embed(store, catalog.tracks().stream().map(Track::id).toList());
            List<Point> points = IntStream.range(0, vectors.rows())
                    .mapToObj(row -> Point.of(new Embedding(vectors.trackIds().get(row), vectors.row(row))))
                    .toList();
            spaces.build(SpaceDefinition.of("taste", 40, model.provenance()), points, Progress.SILENT);
            Recommender recommender = new Recommender(catalog, model, spaces.space("taste").orElseThrow(), id -> Map.of("tag", 0.5));

            List<Recommendation> found = recommender.recommend("u003", 5);
            List<String> met =
                    catalog.interactionsOf("u003").stream().map(Interaction::trackId).toList();
            assertThat(found).hasSize(5).allSatisfy(one -> {
                assertThat(met).doesNotContain(one.trackId());
                assertThat(one.score()).isCloseTo(
                        model.score("u003", vectors.row(vectors.trackIds().indexOf(one.trackId()))),
                        within(1e-4));
                assertThat(one.why()).matches("rests on Title t\\d+ by Artist \\d+, which you liked; both: tag");
                assertThat(one.restsOn()).isNotEmpty().allSatisfy(reason -> assertThat(met).contains(reason.trackId()));
                assertThat(one.restsOn().getFirst().contribution()).isBetween(0.0, one.score() + 0.2);
                assertThat(one.tags()).containsExactly("tag");
            });
            assertThat(found).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));

            History ofKnown = History.of(catalog, catalog.user("u003").orElseThrow());
            assertThat(model.userVector(ofKnown)).usingComparatorWithPrecision(1e-5f).isEqualTo(model.userVector("u003").orElseThrow());
            assertSessionIsServed(recommender, model, vectors);

            assertHistoryIsRead(catalog);

            assertThat(recommender.recommend("newcomer", 3))
                    .hasSize(3)
                    .allSatisfy(one -> assertThat(one.why()).isEqualTo("liked by listeners in general"));
            assertThatThrownBy(() -> recommender.recommend("stranger", 3))
                    .isInstanceOfSatisfying(TasteprintException.class, e ->
                            assertThat(e.kind()).isEqualTo(TasteprintException.Kind.NOT_FOUND))
                    .hasMessageContaining("'stranger'");
        }
    }

    /** A session of somebody unknown turns to what is like the liked track, whether training has seen that or not. */
    private static void assertSessionIsServed(Recommender recommender, TasteModel model, FeatureMatrix vectors) {
        List<String> ids = vectors.trackIds();
        History session = History.session(List.of(ids.get(0), ids.get(1)), List.of(ids.get(30)));
        List<Recommendation> found = recommender.recommend(session, 5, Filter.NONE);
        assertThat(found).hasSize(5).allSatisfy(one -> {
            assertThat(session.trackIds()).doesNotContain(one.trackId());
            assertThat(one.why()).contains("which you liked");
        });
        float[] liking = model.userVector(session);
        float[] disliking = model.userVector(History.session(List.of(ids.get(30)), List.of(ids.get(0), ids.get(1))));
        assertThat(Vectors.dot(liking, vectors.row(0))).isGreaterThan(Vectors.dot(disliking, vectors.row(0)));
        assertThat(model.userVector(History.session(List.of(), List.of()))).isEqualTo(model.sharedVector());
        History unknown = History.session(List.of("new"), List.of());
        assertThat(model.userVector(unknown)).as("nothing is known of the track").isEqualTo(model.sharedVector());
        float[] heard = model.userVector(unknown, id -> Optional.of(vectors.row(0)));
        assertThat(Vectors.dot(heard, vectors.row(0))).as("but it can be heard").isGreaterThan(Vectors.dot(model.sharedVector(), vectors.row(0)));
    }

    private void assertHistoryIsRead(Catalog catalog) throws IOException {
        Path log = folder.resolve("history.csv");
        Files.writeString(
                log,
                """
                track_id,artist,title,event,timestamp
                t001,,,like,
                ,ARTIST 2,title T006,play,1700000000
                ,Artist 2,Title t006,play,1700000100
                ,Elsewhere,Unknown,play,
                nowhere,,,play,
                """);
        HistoryLog.Read read = new HistoryLog(catalog).read(log);
        History history = read.history();
        assertThat(history.tracks()).extracting(Interaction::trackId).containsExactly("t001", "t006");
        assertThat(history.tracks().getFirst().liked()).isTrue();
        assertThat(history.tracks().getLast().plays()).isEqualTo(2);
        assertThat(history.latest().getEpochSecond()).isEqualTo(1_700_000_100);
        assertThat(history.artists()).extracting(ArtistPlays::artist).containsExactly("Elsewhere");
        assertThat(read.rejected()).singleElement().satisfies(row -> assertThat(row.line()).isEqualTo(6));
        Files.writeString(log, "user,track_id\na,t001\nb,t002\n");
        assertThatThrownBy(() -> new HistoryLog(catalog).read(log)).hasMessageContaining("several listeners (a, b");
    }

    private Path dataset(PlantedListeners planted, TasteData data) throws IOException {
        Path dataset = Files.createDirectories(folder.resolve("dataset"));
        StringBuilder tracks = new StringBuilder("track_id,path,artist,title,split\n");
        planted.tracks.forEach(track -> tracks.append("%s,,%s,%s,%s\n".formatted(track.id(), track.artist(), track.title(), track.split())));
        Files.writeString(dataset.resolve("tracks.csv"), tracks);
        StringBuilder feedback = new StringBuilder("user_id,track_id,event\n");
        data.interactions().forEach(one -> feedback.append(
                "%s,%s,%s\n".formatted(one.userId(), one.trackId(), one.liked() ? "like" : "dislike")));
        Files.writeString(dataset.resolve("feedback.csv"), feedback);
        Files.writeString(dataset.resolve("users.csv"), "user_id\nnewcomer\n");
        return dataset;
    }
}
