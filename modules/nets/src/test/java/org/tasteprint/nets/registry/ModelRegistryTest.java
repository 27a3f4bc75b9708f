package org.tasteprint.nets.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.nets.SharedData;
import org.tasteprint.nets.format.CheckpointWriter;
import org.tasteprint.nets.musicnn.Musicnn;
import org.tasteprint.nets.musicnn.MusicnnWidths;
import org.tasteprint.nets.musicnn.PublishedVariables;

class ModelRegistryTest {
    private static final String HELLO_SHA256 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @TempDir
    Path folder;

    private Path source;
    private ModelRegistry registry;

    @BeforeEach
    void makeARegistryOfTwo() throws IOException {
        source = Files.createDirectory(folder.resolve("source"));
        Files.writeString(source.resolve("one.h5"), "hello");
        Files.writeString(source.resolve("two.h5"), "hello");
        registry = registry("http://127.0.0.1:1/one.h5");
    }

    private ModelRegistry registry(String url) throws IOException {
        String entry = """
                {"name": "%s", "description": "a model", "network": "vgg", "file": "%s", "url": "%s", "sha256": "%s",
                 "licence": "MIT", "input": "numbers", "outputs": "numbers", "comes": "later"}""";
        Files.writeString(folder.resolve("registry.json"), "{\"models\": [%s, %s]}".formatted(
                entry.formatted("one", "one.h5", url, HELLO_SHA256), entry.formatted("two", "two.h5", url, HELLO_SHA256)));
        return ModelRegistry.open(folder);
    }

    @Test
    void namesThePublishedModels() {
        ModelRegistry shipped = ModelRegistry.open(Path.of(System.getProperty("tasteprint.root"), "models"));
        assertThat(shipped.models()).extracting(PretrainedModel::name).contains("musicnn-msd", "musicnn-mtt");
        assertThatThrownBy(() -> shipped.model("musicnn-xyz"))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("no model musicnn-xyz: there are musicnn-msd, musicnn-mtt");
    }

    @Test
    void aModelThatComesWithTheProgramLiesBesideTheRegistry() throws IOException {
        Files.writeString(folder.resolve("registry.json"), """
                {"models": [{"name": "own", "description": "ours", "network": "musicnn", "file": "own.safetensors", "sha256": "%s",
                 "licence": "GPL-3.0-or-later", "input": "numbers", "outputs": "numbers"}]}""".formatted(HELLO_SHA256));
        ModelRegistry own = ModelRegistry.open(folder);
        assertThat(own.model("own").shipped()).isTrue();
        assertThat(own.cached("own")).isEmpty();
        assertThatThrownBy(() -> own.pull(List.of("own"), Optional.empty(), Progress.SILENT))
                .hasMessageContaining("own comes with Tasteprint, but its file is missing or damaged: restore models/own.safetensors");

        Files.writeString(folder.resolve("own.safetensors"), "hello");

        assertThat(own.cached("own")).contains(folder.resolve("own.safetensors"));
        assertThat(own.pull(List.of("own"), Optional.empty(), Progress.SILENT).present()).containsExactly("own");
        assertThat(own.verify().sound()).containsExactly("own");
        Files.writeString(folder.resolve("own.safetensors"), "jello");
        assertThat(own.verify().damaged()).extracting(VerifyReport.Damage::reason)
                .first().asString().contains("restore it from where Tasteprint came from");
    }

    @Test
    void namesFiftyTagsOfEachTagger() {
        ModelRegistry shipped = ModelRegistry.open(Path.of(System.getProperty("tasteprint.root"), "models"));
        assertThat(shipped.model("musicnn-msd").tags()).hasSize(50).startsWith("rock", "pop").endsWith("House", "happy");
        assertThat(shipped.model("musicnn-mtt").tags()).hasSize(50).startsWith("guitar").contains("no vocal").endsWith("choral");
        assertThat(registry.model("one").tags()).isEmpty();
    }

    @Test
    void thePublishedWeightsAreWhatTheRegistrySays() throws IOException {
        Path weights = SharedData.path("weights");
        Path root = Path.of(System.getProperty("tasteprint.root"), "models");
        Files.copy(root.resolve("registry.json"), Files.createDirectory(folder.resolve("copy")).resolve("registry.json"));
        ModelRegistry shipped = ModelRegistry.open(folder.resolve("copy"));

        assertThat(shipped.pull(List.of(), Optional.of(weights.toString()), Progress.SILENT).pulled())
                .containsExactly("musicnn-msd", "musicnn-mtt", "vgg-msd", "vgg-mtt", "choi160", "choi-cnn", "choi-crnn");
        assertThat(shipped.cached("musicnn-mtt")).isPresent();
    }

    @Test
    void pullsFromAFolderOnce() {
        Optional<String> from = Optional.of(source.toString());
        assertThat(registry.cached("one")).isEmpty();

        assertThat(registry.pull(List.of("one"), from, Progress.SILENT)).isEqualTo(new PullReport(List.of("one"), List.of()));
        assertThat(registry.pull(List.of(), from, Progress.SILENT))
                .isEqualTo(new PullReport(List.of("two"), List.of("one")));

        assertThat(registry.cached("one").orElseThrow()).hasContent("hello");
        assertThat(registry.verify()).isEqualTo(new VerifyReport(List.of("one", "two"), List.of(), List.of()));
    }

    @Test
    void pullsOverHttpFromEachModelsUrlOrAnotherBase() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean known = exchange.getRequestURI().getPath().equals("/weights/one.h5");
            byte[] body = (known ? "hello" : "no such page").getBytes();
            exchange.sendResponseHeaders(known ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            String base = "http://127.0.0.1:" + server.getAddress().getPort() + "/weights";
            registry.pull(List.of("one"), Optional.of(base), Progress.SILENT);
            assertThat(registry.cached("one").orElseThrow()).hasContent("hello");

            ModelRegistry own = registry(base + "/one.h5");
            assertThat(own.pull(List.of("two"), Optional.empty(), Progress.SILENT).pulled()).containsExactly("two");

            Files.delete(own.cached("two").orElseThrow());
            assertThatThrownBy(() -> registry.pull(List.of("two"), Optional.of(base), Progress.SILENT))
                    .isInstanceOf(TasteprintException.class)
                    .hasMessageContaining("two.h5")
                    .hasMessageContaining("404");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void refusesAFileWithAnotherHash() throws IOException {
        Files.writeString(source.resolve("one.h5"), "hello, you");

        assertThatThrownBy(() -> registry.pull(List.of("one"), Optional.of(source.toString()), Progress.SILENT))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("one.h5 from " + source)
                .hasMessageContaining("expected " + HELLO_SHA256)
                .hasMessageContaining("found ");
        assertThat(registry.cached("one")).isEmpty();
        try (var files = Files.list(folder.resolve("cache"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void takesACheckpointWithoutAPublishedHashWhenItIsNamedAndHoldsItsNetwork() throws IOException {
        Path authors = Files.createDirectories(folder.resolve("authors/Big"));
        MusicnnWidths widths = new MusicnnWidths(4, 2, 3, 5, 2);
        new CheckpointWriter(20, false)
                .write(authors, "", PublishedVariables.of(PublishedVariables.parameters(widths), "", 0));
        ModelRegistry big = checkpointRegistry("max_pool 23, mean_pool 23, penultimate 5, taggram 2");
        Optional<String> from = Optional.of(authors.getParent().toString());

        assertThatThrownBy(() -> big.pull(List.of(), from, Progress.SILENT)).hasMessageContaining("holds no weights");
        assertThat(big.pull(List.of("big"), from, Progress.SILENT).pulled()).containsExactly("big");

        assertThat(big.verify()).isEqualTo(new VerifyReport(List.of("big"), List.of(), List.of()));
        assertThat(big.sha256("big")).matches("[0-9a-f]{64}");
        try (Musicnn musicnn = Musicnn.load(big.cached("big").orElseThrow())) {
            assertThat(musicnn.widths()).isEqualTo(widths);
        }

        Path data = folder.resolve("cache/big.data-00000-of-00001");
        byte[] bytes = Files.readAllBytes(data);
        bytes[40] ^= 1;
        Files.write(data, bytes);
        assertThat(big.verify().damaged()).singleElement().satisfies(damage -> assertThat(damage.reason())
                .contains("the checksum of", "models pull big"));
    }

    @Test
    void refusesACheckpointOfAnotherNetwork() throws IOException {
        Path authors = Files.createDirectories(folder.resolve("authors"));
        MusicnnWidths widths = new MusicnnWidths(4, 2, 3, 5, 2);
        new CheckpointWriter(20, false)
                .write(authors, "big", PublishedVariables.of(PublishedVariables.parameters(widths), "", 0));
        ModelRegistry big = checkpointRegistry("max_pool 2097, mean_pool 2097, penultimate 500, taggram 50");

        assertThatThrownBy(() -> big.pull(List.of("big"), Optional.of(authors.toString()), Progress.SILENT))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("is not big: its outputs are max_pool 23");
        assertThat(big.cached("big")).isEmpty();
        try (var files = Files.list(folder.resolve("cache"))) {
            assertThat(files).isEmpty();
        }
    }

    private ModelRegistry checkpointRegistry(String outputs) throws IOException {
        Files.writeString(folder.resolve("registry.json"), """
                {"models": [{"name": "big", "description": "a model", "network": "musicnn", "file": "big.index",
                 "url": "http://127.0.0.1:1/Big/.index", "companions": [{"file": "big.data-00000-of-00001",
                 "url": "http://127.0.0.1:1/Big/.data-00000-of-00001"}], "licence": "MIT", "input": "numbers",
                 "outputs": "%s"}]}""".formatted(outputs));
        return ModelRegistry.open(folder);
    }

    @Test
    void reportsAndReplacesADamagedFile() throws IOException {
        registry.pull(List.of(), Optional.of(source.toString()), Progress.SILENT);
        Path file = registry.cached("one").orElseThrow();
        Files.writeString(file, "hullo");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(9)));

        assertThat(registry.cached("one")).isEmpty();
        VerifyReport report = registry.verify();
        assertThat(report.sound()).containsExactly("two");
        assertThat(report.damaged()).singleElement().satisfies(damage -> assertThat(damage.reason())
                .contains(file.toString(), HELLO_SHA256, "models pull one"));

        assertThat(registry.pull(List.of(), Optional.of(source.toString()), Progress.SILENT).pulled())
                .containsExactly("one");
        assertThat(registry.cached("one")).isPresent();
    }

    @Test
    void givesUpWithinFiveSecondsOnAHostThatTakesTheCallAndSaysNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            givesUpWithinFiveSecondsWhereNobodyAnswers("http://127.0.0.1:%d/".formatted(silent.getLocalPort()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://10.255.255.1/", "http://no-such-host.invalid/", "http://127.0.0.1:1/"})
    void givesUpWithinFiveSecondsWhereNobodyAnswers(String base) {
        Instant start = Instant.now();

        assertThatThrownBy(() -> registry.pull(List.of(), Optional.of(base), Progress.SILENT))
                .isInstanceOfSatisfying(TasteprintException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE))
                .hasMessageContaining("cannot download one from " + base)
                .hasMessageContaining("--from");

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void saysWhatIsWrongWithARegistry() throws IOException {
        assertThatThrownBy(() -> ModelRegistry.open(folder.resolve("elsewhere")))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("no model registry");
        assertThatThrownBy(() -> registry("not a url"))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("registry.json is damaged");
        assertThatThrownBy(() -> registry.pull(List.of("one"), Optional.of(folder + "/none"), Progress.SILENT))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("no folder");
    }
}
