package org.tasteprint.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;

class SyntheticCatalogueTest {
    private static final long SEED = 1;

    /** One catalogue for all tests: it takes seconds to render. */
    @TempDir
    private static Path folder;

    private static List<NamedCsvRecord> tracks;
    private static List<NamedCsvRecord> feedback;
    private static List<NamedCsvRecord> users;

    @BeforeAll
    static void write() throws IOException {
        assertThat(SyntheticCatalogue.write(folder, SEED, Progress.SILENT)).isTrue();
        tracks = rows(folder.resolve("tracks.csv"));
        feedback = rows(folder.resolve("feedback.csv"));
        users = rows(folder.resolve("users.csv"));
    }

    @Test
    void everyTrackHasItsFileOf20To24Seconds() throws Exception {
        assertThat(tracks).hasSizeGreaterThanOrEqualTo(72);
        assertThat(column(tracks, "track_id")).doesNotHaveDuplicates();
        assertThat(column(tracks, "title")).doesNotHaveDuplicates();
        for (NamedCsvRecord track : tracks) {
            AudioFileFormat file = AudioSystem.getAudioFileFormat(folder.resolve(track.getField("path")).toFile());
            assertThat(file.getFrameLength() / file.getFormat().getFrameRate()).isBetween(20f, 24f);
            assertThat(file.getFormat().getChannels()).isEqualTo(1);
        }
    }

    @Test
    void artistsHaveTwoTracksOfOneGenreInOneSplitAndEverySplitHasEveryGenre() {
        Map<String, List<NamedCsvRecord>> byArtist =
                tracks.stream().collect(Collectors.groupingBy(track -> track.getField("artist")));
        assertThat(byArtist).hasSizeGreaterThanOrEqualTo(36);
        assertThat(byArtist.values()).allSatisfy(theirs -> {
            assertThat(theirs).hasSize(2);
            assertThat(new HashSet<>(column(theirs, "genre"))).hasSize(1);
            assertThat(new HashSet<>(column(theirs, "split"))).hasSize(1);
        });
        Map<String, Set<String>> genres = tracks.stream()
                .collect(Collectors.groupingBy(
                        track -> track.getField("split"),
                        Collectors.mapping(track -> track.getField("genre"), Collectors.toSet())));
        assertThat(genres).containsOnlyKeys("train", "valid", "test");
        assertThat(genres.values()).allSatisfy(found -> assertThat(found).hasSize(8));
        long train = tracks.stream().filter(track -> track.getField("split").equals("train")).count();
        assertThat((double) train / tracks.size()).isEqualTo(0.6);
    }

    @Test
    void listenersPlayLikeSkipAndDislikeOverAYear() {
        assertThat(users).hasSizeGreaterThanOrEqualTo(100);
        assertThat(column(users, "user_id")).containsAll(column(feedback, "user_id"));
        assertThat(column(tracks, "track_id")).containsAll(column(feedback, "track_id"));
        Map<String, Long> events = counts(feedback, "event");
        assertThat(events).containsOnlyKeys("play", "like", "dislike", "skip");
        assertThat(events.values()).allSatisfy(count -> assertThat(count).isGreaterThan(users.size() * 3L));
        assertThat(counts(feedback, "user_id").values())
                .hasSameSizeAs(users)
                .allSatisfy(count -> assertThat(count).isBetween(40L, 81L));
        List<Instant> times = column(feedback, "timestamp").stream().map(Instant::parse).toList();
        assertThat(times).isSorted();
        assertThat(times.getFirst()).isBetween("2024-01-01T00:00:00Z", "2024-01-15T00:00:00Z");
        assertThat(times.getLast()).isBetween("2024-12-15T00:00:00Z", "2025-01-01T00:00:00Z");
    }

    @Test
    void nobodyLikesAndDislikesTheSameTrack() {
        Set<String> judged = new HashSet<>();
        feedback.stream()
                .filter(event -> event.getField("event").endsWith("like"))
                .forEach(event -> assertThat(judged.add(event.getField("user_id") + event.getField("track_id")))
                        .isTrue());
    }

    @Test
    void someTracksAreFarMorePopularThanOthers() {
        List<Long> plays = counts(feedback, "track_id").values().stream().sorted().toList();
        assertThat(plays.getLast()).isGreaterThan(3 * plays.get(plays.size() / 2));
    }

    @Test
    void aCompleteFolderIsLeftAsItIs() throws IOException {
        FileTime before = Files.getLastModifiedTime(folder.resolve("tracks.csv"));
        assertThat(SyntheticCatalogue.write(folder, SEED, Progress.SILENT)).isFalse();
        assertThat(Files.getLastModifiedTime(folder.resolve("tracks.csv"))).isEqualTo(before);
    }

    @Test
    void aFolderThatLostAFileIsCompletedWithTheSameBytes() throws IOException {
        Path track = folder.resolve(tracks.getFirst().getField("path"));
        Path table = folder.resolve("feedback.csv");
        byte[] sound = Files.readAllBytes(track);
        byte[] events = Files.readAllBytes(table);
        Files.delete(track);
        Files.delete(table);
        Files.createFile(track.resolveSibling("left-over.wav"));
        assertThat(SyntheticCatalogue.write(folder, SEED, Progress.SILENT)).isTrue();
        assertThat(track).hasBinaryContent(sound);
        assertThat(table).hasBinaryContent(events);
        assertThat(track.resolveSibling("left-over.wav")).doesNotExist();
    }

    @Test
    void theFolderSaysThatItIsSynthetic() {
        assertThat(folder.resolve("README.txt")).content().contains("synthetic").contains("seed 1");
    }

    @Test
    void anotherSeedMakesOtherMusicOfTheSameShape() {
        assertThat(Roster.tracks(SEED)).isEqualTo(Roster.tracks(SEED)).isNotEqualTo(Roster.tracks(2));
        assertThat(Roster.tracks(2)).hasSameSizeAs(tracks);
    }

    @Test
    void aFolderWithSomebodysFilesIsNotTouched(@TempDir Path occupied) throws IOException {
        Path letter = Files.writeString(occupied.resolve("letter.txt"), "dear");
        assertThatThrownBy(() -> SyntheticCatalogue.write(occupied, SEED, Progress.SILENT))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("holds other files");
        try (var files = Files.list(occupied)) {
            assertThat(files).containsExactly(letter);
        }
    }

    private static List<NamedCsvRecord> rows(Path file) throws IOException {
        List<NamedCsvRecord> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            csv.forEach(rows::add);
        }
        return rows;
    }

    private static List<String> column(List<NamedCsvRecord> rows, String name) {
        return rows.stream().map(row -> row.getField(name)).toList();
    }

    private static Map<String, Long> counts(List<NamedCsvRecord> rows, String name) {
        return rows.stream().collect(Collectors.groupingBy(row -> row.getField(name), Collectors.counting()));
    }
}
