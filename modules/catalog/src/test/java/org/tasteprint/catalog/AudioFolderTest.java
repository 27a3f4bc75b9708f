package org.tasteprint.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.catalog.ImportReport.TrackCounts;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.Track;

@ExtendWith(CatalogExtension.class)
class AudioFolderTest {
    @TempDir
    Path folder;

    @Test
    void everySoundFileBecomesATrackWithItsTags(Catalog catalog) throws IOException {
        Path song = sound("Nina Simone/Pastel Blues/01 Be My Husband.flac", "Nina Simone|Be My Husband|Pastel Blues|1965|jazz");
        sound("日本/歌.mp3", "|||0|");
        sound("broken.mp3", "");
        sound("cover.jpg", "|||0|");
        sound(".hidden/x.mp3", "|||0|");
        sound("nul.mp3", "A\0|B|C|0|D");

        ImportReport report = new DatasetImport(catalog, new FakeTags()).run(folder, Progress.SILENT);

        assertThat(report.tracks()).isEqualTo(new TrackCounts(3, 0, 0));
        assertThat(report.rejected()).containsExactly(new Rejection("broken.mp3", 0, "no sound in it"));
        assertThat(catalog.tracks())
                .extracting(Track::id)
                .allMatch(id -> id.matches("[a-z0-9-]+"))
                .anyMatch(id -> id.startsWith("nina-simone-pastel-blues-01-be-my-husband-"))
                .doesNotHaveDuplicates();
        Track track = catalog.tracks(new TrackQuery("pastel", "", "", 10, "")).tracks().getFirst();
        assertThat(track)
                .isEqualTo(new Track(
                        track.id(),
                        song.toRealPath().toString(),
                        "Nina Simone",
                        "Be My Husband",
                        "Pastel Blues",
                        1965,
                        "jazz",
                        ""));
        assertThat(catalog.tracks()).extracting(Track::title).contains("歌").as("a file without a title is named by its name");

        assertThat(new DatasetImport(catalog, new FakeTags()).run(folder, Progress.SILENT).tracks())
                .isEqualTo(new TrackCounts(0, 0, 3));
    }

    @Test
    void anIdDependsOnThePathWithinTheFolderAlone() {
        assertThat(TrackIds.of(Path.of("a b", "c.mp3"))).startsWith("a-b-c-").isEqualTo(TrackIds.of(Path.of("a b/c.mp3")));
        assertThat(TrackIds.of(Path.of("a b/c.mp3"))).isNotEqualTo(TrackIds.of(Path.of("a-b/c.mp3")));
        assertThat(TrackIds.of(Path.of("歌.mp3"))).startsWith("track-");
    }

    private Path sound(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    /** Takes {@code artist|title|album|year|genre} for the tags of a file. */
    private static final class FakeTags implements TagReader {
        @Override
        public FileTags read(Path file) {
            try {
                String[] parts = Files.readString(file).split("[|]", -1);
                if (parts.length < 5) {
                    throw new TasteprintException(TasteprintException.Kind.INVALID_INPUT, "no sound in it");
                }
                return new FileTags(parts[0], parts[1], parts[2], Integer.parseInt(parts[3]), parts[4]);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean accepts(Path file) {
            return !file.toString().endsWith(".jpg");
        }
    }
}
