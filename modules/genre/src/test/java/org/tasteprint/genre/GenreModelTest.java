package org.tasteprint.genre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.core.Track;
import org.tasteprint.features.Granularity;
import org.tasteprint.genre.classifier.FineTuned;
import org.tasteprint.genre.classifier.Svm;
import org.tasteprint.nets.format.SafeTensors;

class GenreModelTest {
    private static final Songs SONGS = Songs.of(List.of("folk", "jazz", "rock"), 16, 0.7, 3);
    private static final GenreSettings SETTINGS = GenreSettings.of(List.of("sound", "mood"));
    private static GenreModel model;

    @TempDir
    Path folder;

    @BeforeAll
    static void train() {
        model = new GenreTrainer(SONGS.source(), PretrainedNetworks.NONE).train(SONGS.tracks(), SETTINGS, Progress.SILENT);
    }

    private static Map<String, FeatureMatrix> featuresOf(Track track) {
        return Map.of(
                "sound", Selected.rowsOf(SONGS.sound(), Set.of(track.id())),
                "mood", Selected.rowsOf(SONGS.mood(), Set.of(track.id())));
    }

    @Test
    void tellsTheGenreOfSongsItHasNotSeen() {
        for (Track track : SONGS.split("test")) {
            Classification said = model.classify(featuresOf(track));
            assertThat(said.genre()).isEqualTo(track.genre());
            assertThat(said.segments()).isEqualTo(Songs.SEGMENTS);
            assertThat(said.probabilities()).containsOnlyKeys("folk", "jazz", "rock");
            assertThat(said.probabilities().values().stream().mapToDouble(p -> p).sum()).isCloseTo(1, within(1e-9));
            assertThat(said.probabilities().get(track.genre())).isGreaterThan(0.5);
        }
    }

    @Test
    void recordsHowItWasMade() {
        assertThat(model.labels()).containsExactly("folk", "jazz", "rock");
        assertThat(model.provenance().split()).isEqualTo("train");
        assertThat(model.provenance().dataHash()).hasSize(64);
        assertThat(model.provenance().parameters())
                .containsEntry("features", "sound,mood")
                .containsEntry("tracks", "24")
                .containsEntry("segments", "120")
                .containsEntry("components", "9");
    }

    @Test
    void isTheSameWhenTrainedAgain() {
        GenreModel again = new GenreTrainer(SONGS.source(), PretrainedNetworks.NONE).train(SONGS.tracks(), SETTINGS, Progress.SILENT);
        Track track = SONGS.split("test").getFirst();
        assertThat(again.classify(featuresOf(track))).isEqualTo(model.classify(featuresOf(track)));
        assertThat(again.provenance().dataHash()).isEqualTo(model.provenance().dataHash());
    }

    @Test
    void saysTheSameAfterSavingAndLoading() throws IOException {
        Path file = folder.resolve("genre.safetensors");
        model.save(file);
        GenreModel loaded = GenreModel.load(file);
        assertThat(loaded.settings()).isEqualTo(model.settings());
        assertThat(loaded.provenance()).isEqualTo(model.provenance());
        for (Track track : SONGS.split("test")) {
            assertThat(loaded.classify(featuresOf(track))).isEqualTo(model.classify(featuresOf(track)));
        }
        String header = SafeTensors.read(file).metadata().get("model");
        assertThat(header).contains("\"seed\":0", "\"labels\":[\"folk\",\"jazz\",\"rock\"]", "\"split\":\"train\"");
    }

    @Test
    void tellsSongsByTheMeansOfTheirFeaturesWhereAsked() {
        GenreSettings perTrack = SETTINGS.with(draft -> {
            draft.granularity = Granularity.TRACK;
            draft.weights = Map.of("mood", 2.0);
        });
        GenreModel ofMeans = new GenreTrainer(SONGS.source(), PretrainedNetworks.NONE).train(SONGS.tracks(), perTrack, Progress.SILENT);
        assertThat(ofMeans.provenance().parameters()).containsEntry("per", "track").containsEntry("weights", "mood=2.0").containsEntry("tracks", "24").containsEntry("segments", "24");
        Path file = folder.resolve("genre.safetensors");
        ofMeans.save(file);
        GenreModel loaded = GenreModel.load(file);
        assertThat(loaded.settings()).isEqualTo(perTrack);
        for (Track track : SONGS.split("test")) {
            Classification said = loaded.classify(featuresOf(track));
            assertThat(said.segments()).isEqualTo(1);
            assertThat(said.genre()).isEqualTo(track.genre());
            Map<String, FeatureMatrix> means = Map.of(
                    "sound", featuresOf(track).get("sound").meanPerTrack(), "mood", featuresOf(track).get("mood").meanPerTrack());
            assertThat(ofMeans.classify(means)).isEqualTo(said);
        }
    }

    @Test
    void weighsFeaturesThatThereAre() {
        assertRefused(
                () -> SETTINGS.with(draft -> draft.weights = Map.of("taste", 2.0)), Kind.INVALID_INPUT, "taste has a weight and is not among");
        assertRefused(() -> SETTINGS.with(draft -> draft.weights = Map.of("mood", 0.0)), Kind.INVALID_INPUT, "above 0; mood=0.0");
    }

    @Test
    void leavesSegmentsToNetworks() {
        assertRefused(
                () -> GenreSettings.of(FineTuned.of("musicnn-msd", 0, 1)).with(draft -> draft.granularity = Granularity.TRACK),
                Kind.INVALID_INPUT,
                "classify per segment");
    }

    @Test
    void refusesDamagedAndForeignFiles() throws IOException {
        Path file = folder.resolve("genre.safetensors");
        model.save(file);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 3] ^= 1;
        Files.write(file, bytes);
        assertRefused(() -> GenreModel.load(file), Kind.INVALID_INPUT, "is damaged");
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused(() -> GenreModel.load(file), Kind.INVALID_INPUT, "is cut short");
        Files.writeString(file, "RIFF....WAVE\n");
        assertRefused(() -> GenreModel.load(file), Kind.INVALID_INPUT, "is no safetensors file");
        SafeTensors.write(file, new SafeTensors.Content(Map.of(), Map.of("format", "tasteprint taste 1")));
        assertRefused(() -> GenreModel.load(file), Kind.INVALID_INPUT, "is no genre model of this version (format 'tasteprint taste 1')");
        assertRefused(() -> GenreModel.load(folder.resolve("none")), Kind.NOT_FOUND, "./tasteprint train genre");
    }

    @Test
    void namesTheFeatureThatIsMissingOrOfAnotherShape() {
        Map<String, FeatureMatrix> features = featuresOf(SONGS.tracks().getFirst());
        assertRefused(
                () -> model.classify(Map.of("sound", features.get("sound"))), Kind.INVALID_INPUT, "the feature mood");
        FeatureMatrix wide = new FeatureMatrix("mood", 2, features.get("mood").trackIds(), new float[2]);
        assertRefused(
                () -> model.classify(Map.of("sound", features.get("sound"), "mood", wide)),
                Kind.INVALID_INPUT,
                "sound+mood has 10 dimensions");
    }

    @Test
    void saysWhatTrainingLacks() {
        GenreTrainer trainer = new GenreTrainer(SONGS.source(), PretrainedNetworks.NONE);
        List<Track> folk = SONGS.tracks().stream().filter(t -> t.genre().equals("folk")).toList();
        assertRefused(
                () -> trainer.train(folk, SETTINGS, Progress.SILENT),
                Kind.INVALID_INPUT,
                "at least two genres");
        assertRefused(
                () -> trainer.train(SONGS.tracks(), SETTINGS.with(draft -> draft.split = "dev"), Progress.SILENT),
                Kind.INVALID_INPUT,
                "in split 'dev'; there are test: 24, train: 24");
        FeatureSource none = (feature, ids, training) -> new FeatureMatrix(feature, 1, List.of(), new float[0]);
        assertRefused(
                () -> new GenreTrainer(none, PretrainedNetworks.NONE)
                        .train(SONGS.tracks(), GenreSettings.of(List.of("musicnn-msd", "taste")), Progress.SILENT),
                Kind.NOT_FOUND,
                "Run ./tasteprint extract --features musicnn-msd, then ./tasteprint train taste");
    }

    @Test
    void settingsAreCheckedAtTheDoor() {
        assertRefused(() -> new Svm(0, OptionalDouble.empty()), Kind.INVALID_INPUT, "c must be a positive number");
        assertRefused(() -> FineTuned.of("musicnn-msd", 4, 1), Kind.INVALID_INPUT, "from 0 to 3");
        assertRefused(() -> FineTuned.of("musicnn-msd", 0, 0), Kind.INVALID_INPUT, "epochs=0");
        assertRefused(() -> GenreSettings.of(List.of()), Kind.INVALID_INPUT, "at least one feature");
        assertRefused(() -> GenreSettings.of(List.of("a", "a")), Kind.INVALID_INPUT, "named twice in a,a");
    }

    @Test
    void learnsFromNothingButTheTrainingTracks() {
        Set<String> training = SONGS.split("train").stream().map(Track::id).collect(Collectors.toSet());
        FeatureSource watching = (feature, ids, trainingIds) -> {
            assertThat(trainingIds).isEqualTo(training);
            assertThat(training).containsAll(ids);
            return SONGS.source().features(feature, ids, trainingIds);
        };
        new GenreTrainer(watching, PretrainedNetworks.NONE).train(SONGS.tracks(), SETTINGS, Progress.SILENT);
    }

    private static void assertRefused(
            ThrowingCallable call, Kind kind, String message) {
        assertThatThrownBy(call)
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining(message)
                .extracting(e -> ((TasteprintException) e).kind())
                .isEqualTo(kind);
    }
}
