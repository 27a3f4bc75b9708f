package org.tasteprint.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tasteprint.features.FeatureNames.LOG_MEL;
import static org.tasteprint.features.FeatureNames.LOG_MEL_STATS;
import static org.tasteprint.features.FeatureNames.MUSICNN_MSD;
import static org.tasteprint.features.Hop.ONE_SECOND;
import static org.tasteprint.features.Hop.THREE_SECONDS;
import static org.tasteprint.features.TestData.tone;
import static org.tasteprint.features.TestData.track;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.Track;

class ExtractionTest {
    private static final Set<String> STATS = Set.of(LOG_MEL_STATS);

    @TempDir
    Path folder;

    private FeatureStore store;
    private FeatureExtractor extractor;
    private Extraction extraction;

    @BeforeEach
    void open() throws IOException {
        store = new FeatureStore(folder.resolve("store"));
        extractor = new FeatureExtractor(TestData.registry(Files.createDirectory(folder.resolve("models"))));
        extraction = new Extraction(store, extractor);
    }

    @AfterEach
    void close() {
        extractor.close();
    }

    private List<Track> tones(int count) throws IOException {
        List<Track> tracks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tracks.add(track("t" + i, tone(folder.resolve(i + ".wav"), 6.1, 0.1 * (i + 1))));
        }
        return tracks;
    }

    private ExtractionReport run(List<Track> tracks) {
        return extraction.run(tracks, STATS, THREE_SECONDS, Progress.SILENT);
    }

    @Test
    void extractsEveryFeatureOfEveryTrack() throws IOException {
        List<Track> tracks = tones(7);
        ExtractionReport report = extraction.run(tracks, Set.of(LOG_MEL, LOG_MEL_STATS), ONE_SECOND, Progress.SILENT);
        assertThat(report.extracted()).isEqualTo(7);
        assertThat(report.cached()).isZero();
        assertThat(report.failed()).isEmpty();
        List<String> ids = tracks.stream().map(Track::id).toList();
        FeatureMatrix logMel = store.load(LOG_MEL, ONE_SECOND, ids);
        assertThat(logMel.dimensions()).isEqualTo(96);
        assertThat(logMel.rows()).isEqualTo(7 * (1 + 97_600 / 256));
        FeatureMatrix statistics = store.load(LOG_MEL_STATS, ONE_SECOND, ids);
        assertThat(statistics.dimensions()).isEqualTo(288);
        assertThat(statistics.rows()).isEqualTo(7 * 4);
        assertThat(store.has(LOG_MEL_STATS, THREE_SECONDS, "t0")).isFalse();
    }

    @Test
    void skipsWhatIsDoneWithoutOpeningTheSound() throws IOException {
        List<Track> tracks = tones(2);
        run(tracks);
        Files.write(folder.resolve("0.wav"), new byte[10]); // would fail if it were read
        Files.setLastModifiedTime(folder.resolve("0.wav"), FileTime.from(Instant.now().minusSeconds(3600)));
        Files.delete(folder.resolve("1.wav"));
        assertThat(run(tracks)).satisfies(report -> {
            assertThat(report.extracted()).isZero();
            assertThat(report.cached()).isEqualTo(2);
            assertThat(report.failed()).isEmpty();
        });
    }

    @Test
    void extractsAgainWhenTheSoundIsNewer() throws IOException {
        List<Track> tracks = tones(2);
        run(tracks);
        float[] before = store.read(LOG_MEL_STATS, THREE_SECONDS, "t1").orElseThrow().values();
        tone(folder.resolve("1.wav"), 6.1, 0.9);
        Files.setLastModifiedTime(folder.resolve("1.wav"), FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(run(tracks).extracted()).isEqualTo(1);
        assertThat(store.read(LOG_MEL_STATS, THREE_SECONDS, "t1").orElseThrow().values()).isNotEqualTo(before);
    }

    @Test
    void extractsAgainWhatIsDamaged() throws IOException {
        List<Track> tracks = tones(3);
        run(tracks);
        Path file;
        try (Stream<Path> files = Files.walk(folder.resolve("store"))) {
            file = files.filter(f -> f.endsWith("t1.npy")).findFirst().orElseThrow();
        }
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, new byte[] {1, 2, 3});
        ExtractionReport report = run(tracks);
        assertThat(report.extracted()).isEqualTo(1);
        assertThat(report.cached()).isEqualTo(2);
        assertThat(file).hasBinaryContent(whole);
    }

    @Test
    void namesEachFileItCannotUseAndGoesOn() throws IOException {
        Path text = Files.writeString(folder.resolve("text.mp3"), "this is no sound\n".repeat(100));
        ExtractionReport report = run(List.of(
                track("text", text),
                track("short", tone(folder.resolve("short.wav"), 1.98, 0.5)),
                track("silent", tone(folder.resolve("silent.wav"), 5, 0)),
                track("gone", folder.resolve("gone.flac")),
                track("nowhere", ""),
                track("good", tone(folder.resolve("good.wav"), 4, 0.5))));
        assertThat(report.extracted()).isEqualTo(1);
        assertThat(report.failed()).extracting(Failure::trackId)
                .containsExactlyInAnyOrder("text", "short", "silent", "gone", "nowhere");
        assertThat(reason(report, "text")).contains("text.mp3").contains("not an audio file");
        assertThat(reason(report, "short")).isEqualTo(
                folder.resolve("short.wav") + " is 1.9 s long; at least 3 s are needed");
        assertThat(reason(report, "silent")).startsWith(folder.resolve("silent.wav") + " is silent");
        assertThat(reason(report, "gone")).contains("gone.flac").contains("no such file");
        assertThat(reason(report, "nowhere")).isEqualTo("has no audio file");
        assertThat(report.failed()).allSatisfy(failure -> assertThat(failure.reason()).doesNotContain("\n"));
        assertThat(store.has(LOG_MEL_STATS, THREE_SECONDS, "good")).isTrue();
    }

    @Test
    void notesFilesThatAreCutOffAndTakesWhatIsLeft() throws IOException {
        Path whole = tone(folder.resolve("whole.wav"), 8, 0.5);
        Path cut = Files.write(folder.resolve("cut.wav"), Arrays.copyOf(Files.readAllBytes(whole), 160_044));
        ExtractionReport report = run(List.of(track("whole", whole), track("cut", cut)));
        assertThat(report.extracted()).isEqualTo(2);
        assertThat(report.failed()).isEmpty();
        assertThat(report.flawed())
                .containsExactly(new Failure("cut", cut + ": it is cut off: its last 96000 bytes are missing"));
        assertThat(store.read(LOG_MEL_STATS, THREE_SECONDS, "cut").orElseThrow().rows()).isEqualTo(1);
    }

    private static String reason(ExtractionReport report, String trackId) {
        return report.failed().stream().filter(f -> f.trackId().equals(trackId)).findFirst().orElseThrow().reason();
    }

    @Test
    void leavesTracksKnownByTheirFeaturesInPeace() {
        store.writeImported(new FeatureMatrix("choi160", 1, List.of("imported"), new float[] {1}));
        ExtractionReport report = extraction.run(
                List.of(track("imported", ""), track("nothing", "")), Set.of("choi160", LOG_MEL_STATS), THREE_SECONDS,
                Progress.SILENT);
        assertThat(report.failed()).containsExactly(new Failure("nothing", "has no audio file"));
    }

    @Test
    void whatWasExtractedBeforeACrashStays() throws IOException {
        List<Track> tracks = tones(6);
        assertThatThrownBy(() -> extraction.run(tracks, STATS, THREE_SECONDS, onAdvance(steps -> {
                    if (steps == 3) {
                        throw new CancellationException();
                    }
                })))
                .isInstanceOf(CancellationException.class);
        ExtractionReport report = run(tracks);
        assertThat(report.cached()).isEqualTo(3);
        assertThat(report.extracted()).isEqualTo(3);
    }

    @Test
    void stopsAtOnceWhenTheStoreCannotBeWritten() throws IOException {
        List<Track> tracks = tones(3);
        run(tracks.subList(0, 1));
        try (Stream<Path> shards = Files.walk(folder.resolve("store"))) {
            for (Path npy : shards.filter(file -> file.endsWith("t0.npy")).toList()) {
                Files.delete(npy);
                Files.delete(npy.getParent());
                Files.writeString(npy.getParent(), "a file where a folder should be");
            }
        }
        List<Long> done = new ArrayList<>();
        assertThatThrownBy(() -> extraction.run(tracks, STATS, THREE_SECONDS, onAdvance(done::add)))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("cannot write " + folder.resolve("store"))
                .extracting(e -> ((TasteprintException) e).kind())
                .isEqualTo(TasteprintException.Kind.UNAVAILABLE);
        assertThat(done).isEmpty();
    }

    @Test
    void needsWeightsOnlyForWhatNeedsThem() throws IOException {
        List<Track> tracks = tones(1);
        assertThatThrownBy(() -> extraction.run(tracks, Set.of(MUSICNN_MSD), THREE_SECONDS, Progress.SILENT))
                .isInstanceOf(TasteprintException.class)
                .hasMessage("the weights of musicnn-msd are not on this machine: run ./tasteprint models pull");
        store.writeImported(new FeatureMatrix(MUSICNN_MSD, 1, List.of("t0"), new float[] {1}));
        assertThat(extraction.run(tracks, Set.of(MUSICNN_MSD), THREE_SECONDS, Progress.SILENT).cached()).isEqualTo(1);
    }

    @Test
    void saysWhichFeaturesThereAre() throws IOException {
        List<Track> tracks = tones(1);
        assertThatThrownBy(() -> extraction.run(tracks, Set.of("mfcc42"), THREE_SECONDS, Progress.SILENT))
                .isInstanceOf(TasteprintException.class)
                .hasMessageStartingWith("feature 'mfcc42' cannot be extracted from sound; these can: averaged, ")
                .hasMessageContaining(", logmel, logmel-stats, ");
        assertThat(folder.resolve("store")).doesNotExist();
    }

    /** Tells how many tracks are done. */
    private static Progress onAdvance(LongConsumer done) {
        return new Progress() {
            private long steps;

            @Override
            public Task begin(String what, String unit, long total) {
                assertThat(what).isEqualTo("extracting features");
                assertThat(unit).isEqualTo("tracks");
                return new Task() {
                    @Override
                    public void advance(long more) {
                        steps += more;
                        done.accept(steps);
                    }

                    @Override
                    public void detail(String text) {
                        assertThat(text).endsWith(" tracks/s");
                    }

                    @Override
                    public void close() {}
                };
            }

            @Override
            public void note(String message) {}
        };
    }
}
