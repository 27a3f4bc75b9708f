package org.tasteprint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * From sound files and listens to similar tracks, recommendations and genres, by the commands that a user types. The synthetic
 * catalogue stands for theirs, and log-mel statistics for networks, so that the test needs nothing from elsewhere; the steps
 * build on one another, as they do in life.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholePathTest {
    @TempDir
    static Path folder;

    private static Shell shell;
    private static JsonNode demo;
    private static String root;

    @BeforeAll
    static void takeTheTour() throws IOException {
        root = System.getProperty("tasteprint.root");
        Path withoutWeights = Files.createDirectories(folder.resolve("root/models"));
        for (String file : List.of("registry.json", "musicnn-rendered.safetensors")) {
            Files.copy(Path.of(root, "models", file), withoutWeights.resolve(file));
        }
        System.setProperty("tasteprint.root", folder.resolve("root").toString());
        shell = new Shell(folder.resolve("home"));
        demo = shell.json("demo", "--no-serve", "--weights-from", folder.resolve("nowhere").toString());
    }

    @AfterAll
    static void restore() {
        System.setProperty("tasteprint.root", root);
    }

    @Test
    @Order(1)
    void theTourJudgesTasteOnArtistsThatNobodyInTrainingHasHeard() {
        JsonNode explicit = demo.at("/taste/explicit");
        assertThat(explicit.get("pairs").asInt()).isGreaterThan(100);
        assertThat(explicit.get("pairwise_accuracy").asDouble())
                .isGreaterThan(demo.at("/taste/baselines/explicit/random").asDouble() + 0.05);
        assertThat(explicit.get("ci95")).hasSize(2);
    }

    @Test
    @Order(2)
    void theTourTellsGenresFarBetterThanChance() {
        JsonNode genre = demo.get("genre");
        assertThat(genre.get("n").asInt()).isEqualTo(16);
        assertThat(genre.get("labels")).hasSize(8);
        assertThat(genre.get("accuracy").asDouble()).isGreaterThan(0.5);
        assertThat(genre.get("confusion")).hasSize(8);
        assertThat(genre.at("/per_segment/accuracy").asDouble()).isBetween(0.3, 1.0);
    }

    @Test
    @Order(2)
    void whatWasMeasuredIsKept() throws IOException {
        try (Stream<Path> kept = Files.list(shell.home().resolve("evaluations"))) {
            assertThat(kept.map(file -> file.getFileName().toString().replaceFirst("-.*", "")))
                    .containsExactlyInAnyOrder("taste", "genre", "genre");
        }
    }

    @Test
    @Order(3)
    void importingAgainChangesNothing() {
        JsonNode report = shell.json("import", shell.home().resolve("synthetic").toString());
        assertThat(report.at("/tracks/added").asInt()).isZero();
        assertThat(report.at("/tracks/updated").asInt()).isZero();
        assertThat(report.at("/tracks/unchanged").asInt()).isEqualTo(80);
        assertThat(report.at("/feedback/added").asInt()).isZero();
        assertThat(report.at("/feedback/duplicate").asInt()).isGreaterThan(5000);
        assertThat(report.get("rejected")).isEmpty();
    }

    @Test
    @Order(4)
    void whatIsExtractedIsNotExtractedAgain() {
        JsonNode report = shell.json("extract");
        assertThat(report.get("extracted").asInt()).isZero();
        assertThat(report.get("cached").asInt()).isEqualTo(80);
        assertThat(report.get("failed")).isEmpty();
    }

    @Test
    @Order(5)
    void similarTracksComeNearestFirstAndWithoutTheTrackItself() {
        JsonNode results = shell.json("similar", "synth-001", "-k", "5", "--space", "logmel-stats").get("results");
        assertThat(results).hasSize(5);
        double previous = 1;
        for (JsonNode result : results) {
            assertThat(result.get("track_id").asString()).isNotEqualTo("synth-001");
            assertThat(result.get("similarity").asDouble()).isBetween(-1.0, previous);
            previous = result.get("similarity").asDouble();
        }
    }

    @Test
    @Order(6)
    void recommendationsSayWhy() {
        String user = shell.json("recommend", firstListener(), "-k", "3").toString();
        assertThat(user).contains("\"score\"").contains("\"why\"");
    }

    @Test
    @Order(7)
    void aFileIsClassifiedBySoundAlone() throws IOException {
        Path file = anyTrack();
        JsonNode result = shell.json("classify", file.toString()).at("/results/0");
        double sum = 0;
        for (JsonNode probability : result.get("probabilities")) {
            sum += probability.asDouble();
        }
        assertThat(sum).isCloseTo(1, within(1e-6));
        assertThat(result.get("segments").asInt()).isGreaterThan(3);
        JsonNode middle = shell.json("classify", "--middle", "7s", file.toString()).at("/results/0");
        assertThat(middle.get("segments").asInt()).isEqualTo(2);
        assertThat(shell.run("classify", "--middle", "soon", file.toString()).err()).contains("write 7s, 7.5s or 2m");
    }

    @Test
    @Order(8)
    void aFileThatIsNoMusicIsNamedAndTheOthersGoOn() throws IOException {
        Path text = Files.writeString(folder.resolve("letter.mp3"), "Dear listener");
        Shell.Outcome outcome = shell.run("classify", text.toString(), anyTrack().toString());
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).contains("letter.mp3").contains("segments");
    }

    @Test
    @Order(9)
    void featuresLeaveAndEnterAsADatasetFolderHasThem() {
        Path export = folder.resolve("export");
        JsonNode written = shell.json("export", "features", "taste", "--per", "track", "--to", export.toString());
        assertThat(written.get("rows").asInt()).isEqualTo(80);
        assertThat(export.resolve("features/taste.npy")).exists();
        assertThat(export.resolve("features/taste.csv")).exists();
    }

    @Test
    @Order(10)
    void trainingOnTheSameDataGivesTheSameModelBack() {
        JsonNode training = shell.json("train", "taste");
        assertThat(training.get("space").asString()).isEqualTo("taste");
        assertThat(training.get("reused").asBoolean()).isTrue();
        assertThat(training.get("loss")).isNotEmpty();
    }

    @Test
    @Order(11)
    void whatDoesNotExistIsNamedWithWhatToDo() {
        assertThat(shell.run("similar", "nobody").err()).contains("there is no track 'nobody'").contains("import");
        assertThat(shell.run("similar", "synth-001", "--space", "colour").err()).contains("there is no space 'colour'; there are: ");
        assertThat(shell.run("recommend", "nobody").exitCode()).isEqualTo(1);
        assertThat(shell.run("evaluate", "taste", "--split", "sometimes").err()).contains("there are: test, train, valid");
        assertThat(shell.run("import", folder.resolve("nowhere").toString()).err()).contains("nowhere");
    }

    @Test
    @Order(12)
    void wrongUsageIsExitCodeTwo() {
        assertThat(shell.run("similar").exitCode()).isEqualTo(2);
        assertThat(shell.run("similar", "synth-001", "-k", "0").err()).contains("0 is not at least 1");
        assertThat(shell.run("extract", "--hop", "2s").exitCode()).isEqualTo(2);
        assertThat(shell.run("sing").exitCode()).isEqualTo(2);
    }

    @Test
    @Order(13)
    void theDoctorFindsNothingBroken() {
        JsonNode checks = shell.json("doctor");
        assertThat(checks.get("healthy").asBoolean()).isTrue();
        assertThat(checks.get("checks")).hasSizeGreaterThan(7);
    }

    @Test
    @Order(14)
    void withoutAnythingFromTheNetTheNetworkThatComesAlongIsUsed() throws IOException {
        assertThat(shell.run("models", "list").out()).containsPattern("musicnn-rendered +shipped").containsPattern("musicnn-msd +absent");
        assertThat(shell.home().resolve("spaces")).isDirectoryContaining(space -> space.getFileName().toString().equals("musicnn-rendered"));

        JsonNode tags = shell.json("tags", anyTrack().toString(), "--top", "2", "--plot", folder.resolve("taggram.svg").toString());

        assertThat(tags.get("model").asString()).isEqualTo("musicnn-rendered");
        JsonNode track = tags.get("results").get(0);
        assertThat(track.get("tags")).hasSize(2);
        assertThat(track.at("/taggram/tags")).hasSize(39);
        // The likeliest tag of a track finds it and others, and an unheard one nothing.
        String tag = track.at("/tags/0/tag").asString();
        assertThat(shell.json("similar", "synth-040", "--tag", tag).get("results").size()).as(tag).isPositive();
        assertThat(shell.json("similar", "synth-040", "--tag", "yodelling").get("results")).isEmpty();
        assertThat(track.at("/taggram/values")).hasSameSizeAs(track.at("/taggram/times"));
        assertThat(folder.resolve("taggram.svg")).content().contains("distorted guitar");
        assertThat(shell.run("tags", anyTrack().toString(), "--length", "5").err()).contains("--length must be 3");
        assertThat(shell.run("tags", anyTrack().toString(), "--length", "5").exitCode()).isEqualTo(2);
    }

    @Test
    @Order(15)
    void similarTracksObeyFiltersAndRules() {
        JsonNode one = shell.json("similar", "synth-001", "synth-002", "--minus", "synth-003", "--space", "logmel-stats",
                "--max-per-artist", "1", "--diversity", "0.3", "--fewer-hubs", "--distinct", "--exclude-played", firstListener());
        assertThat(one.get("space").asString()).isEqualTo("logmel-stats");
        assertThat(one.get("results")).extracting(found -> found.get("artist").asString()).doesNotHaveDuplicates();
        String genre = one.at("/results/0/genre").asString();
        assertThat(shell.json("similar", "synth-001", "--genre", genre, "-k", "4").get("results"))
                .extracting(found -> found.get("genre").asString())
                .containsOnly(genre);
        assertThat(shell.run("similar", "synth-001", "--year", "90s").err()).contains("write 1994 or 1990-1999");
        assertThat(shell.run("similar", "synth-001", "--diversity", "2").exitCode()).isEqualTo(2);
        assertThat(shell.run("similar", "synth-001", "--liked", "nobody").err()).contains("no listener 'nobody'");
    }

    @Test
    @Order(16)
    void aPathLeadsFromOneTrackToTheOther() {
        JsonNode path = shell.json("path", "synth-001", "synth-040", "--steps", "4", "--space", "logmel-stats").get("results");
        assertThat(path).hasSize(5);
        assertThat(path.get(0).get("track_id").asString()).isEqualTo("synth-001");
        assertThat(path.get(4).get("track_id").asString()).isEqualTo("synth-040");
    }

    @Test
    @Order(17)
    void spacesTellTheirVersionsAndHubs() {
        JsonNode space = shell.json("spaces", "logmel-stats", "--hubness").at("/spaces/0");
        assertThat(space.get("model_sha256").asString()).isEmpty();
        for (String learned : List.of("taste", "musicnn-rendered")) {
            assertThat(shell.json("spaces", learned).at("/spaces/0/model_sha256").asString()).as(learned).hasSize(64);
        }
        assertThat(space.at("/versions").get(space.at("/versions").size() - 1).get("state").asString()).isEqualTo("active");
        assertThat(space.at("/hubness/points").asInt()).isEqualTo(80);
        assertThat(space.at("/hubness/skewness").isNumber()).isTrue();
        assertThat(shell.json("index", "--update").at("/spaces/0/version").asInt()).isEqualTo(space.get("version").asInt());
    }

    @Test
    @Order(18)
    void aMapPlacesEveryTrack() {
        JsonNode map = shell.json("map", "--space", "logmel-stats", "--clusters", "5");
        assertThat(map.get("tracks").asInt()).isEqualTo(80);
        assertThat(map.get("clusters").asInt()).isEqualTo(5);
        assertThat(Path.of(map.get("file").asString())).isRegularFile();
    }

    private static String firstListener() {
        try (Stream<String> lines = Files.lines(shell.home().resolve("synthetic/users.csv"))) {
            return lines.skip(1).findFirst().orElseThrow().split(",")[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path anyTrack() throws IOException {
        try (Stream<Path> files = Files.walk(shell.home().resolve("synthetic/audio"))) {
            return files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
        }
    }

    @Test
    @Order(19)
    void aPaperIsReproducedFromSoundWithPicturesAndReasonsForWhatIsMissing() {
        Path pictures = folder.resolve("pictures");
        JsonNode table = shell.json(
                "reproduce", "ghosal-kolekar", "--data", shell.home().resolve("synthetic").toString(), "--quick", "--plot", pictures.toString());
        assertThat(table.get("effort").asString()).isEqualTo("quick");
        JsonNode averaged = row(table, "MLP, averaged signal features");
        assertThat(averaged.at("/ours/n").asInt()).isEqualTo(24);
        assertThat(averaged.at("/ours/split").asString()).isEqualTo("2 folds, stratified by genre (as the paper), artists on both sides");
        assertThat(row(table, "CNN average LSTM, tonnetz").at("/ours/n").asInt()).isEqualTo(24);
        assertThat(row(table, "vote: CNN max & MLP").get("note").asString()).isEqualTo("2 of 3 systems");
        assertThat(row(table, "MLP, transfer learning features").get("note").asString()).contains("choi160");
        for (String picture : List.of("confusion.png", "roc.svg", "precision-recall.png", "reliability.svg", "learning.png")) {
            assertThat(pictures.resolve("cnn-max-tonnetz").resolve(picture)).matches(Files::isRegularFile);
        }
    }

    private static JsonNode row(JsonNode table, String system) {
        for (JsonNode row : table.get("rows")) {
            if (row.get("system").asString().equals(system)) {
                return row;
            }
        }
        throw new AssertionError("no row " + system);
    }
}
