package org.tasteprint.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.catalog.ImportReport.FeedbackCounts;
import org.tasteprint.catalog.ImportReport.TrackCounts;
import org.tasteprint.core.ArtistPlays;
import org.tasteprint.core.Feedback;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.Track;
import org.tasteprint.core.User;

@ExtendWith(CatalogExtension.class)
class DatasetImportTest {
    private static final TagReader NO_TAGS = file -> {
        throw new AssertionError("a dataset's files are not opened");
    };

    @TempDir
    Path folder;

    private Catalog catalog;

    @BeforeEach
    void startEmpty(Catalog empty) {
        catalog = empty;
    }

    @Test
    void takesEveryFileOfADataset() throws IOException {
        Files.createDirectories(folder.resolve("audio"));
        Files.writeString(folder.resolve("audio/a.mp3"), "sound");
        write("tracks.csv", """
                track_id,path,artist,title,album,year,genre,split
                a,audio/a.mp3,"Simon, & Garfunkel","The ""Boxer""\nlive",Bridge,1970,folk,train
                b,,,Untitled,,,,
                """);
        write("users.csv", "user_id,age,country\nu1,21,NL\nu2,,FR\n");
        write("feedback.csv", """
                user_id,track_id,event,timestamp
                u1,a,like,2024-03-01T12:00:00Z
                u1,a,play,1709294400
                u1,a,Rating=2.5,2024-03-02
                u1,a,rating=4.5,2024-03-03 10:00:00+02:00
                u3,b,skip,
                """);
        write("artist_plays.csv", "user_id,artist,plays\nu4,The Beatles,12\n");

        ImportReport report = run();

        assertThat(report.rejected()).isEmpty();
        assertThat(report.tracks()).isEqualTo(new TrackCounts(2, 0, 0));
        assertThat(report.feedback()).isEqualTo(new FeedbackCounts(6, 0));
        assertThat(catalog.tracks())
                .containsExactly(
                        new Track(
                                "a",
                                folder.toRealPath().resolve("audio/a.mp3").toString(),
                                "Simon, & Garfunkel",
                                "The \"Boxer\"\nlive",
                                "Bridge",
                                1970,
                                "folk",
                                "train"),
                        new Track("b", "", "", "Untitled", "", 0, "", ""));
        assertThat(catalog.users())
                .containsExactly(
                        new User("u1", Map.of("age", "21", "country", "NL")),
                        new User("u2", Map.of("country", "FR")),
                        new User("u3", Map.of()),
                        new User("u4", Map.of()));
        assertThat(catalog.interactions())
                .containsExactly(
                        new Interaction("u1", "a", 1, 1, 0, 0, OptionalDouble.of(4.5), Instant.parse("2024-03-03T08:00:00Z")),
                        new Interaction("u3", "b", 0, 0, 0, 1, OptionalDouble.empty(), Feedback.UNDATED));
        assertThat(catalog.artistPlays()).containsExactly(new ArtistPlays("u4", "The Beatles", 12));
        assertThat(catalog.counts()).isEqualTo(new CatalogCounts(2, 4, 5, 1));
    }

    @Test
    void importingTwiceChangesNothing() throws IOException {
        write("tracks.csv", "track_id,artist\na,X\nb,Y\n");
        write("feedback.csv", "user_id,track_id,event,timestamp\nu,a,like,\nu,a,like,\nu,a,play,100\nu,a,play,100\n");
        write("artist_plays.csv", "user_id,artist,plays\nu,X,3\nu,Y,1\n");

        assertThat(run().feedback()).isEqualTo(new FeedbackCounts(5, 1));
        String hash = catalog.dataHash();
        ImportReport again = run();

        assertThat(again.tracks()).isEqualTo(new TrackCounts(0, 0, 2));
        assertThat(again.feedback()).isEqualTo(new FeedbackCounts(0, 6));
        assertThat(catalog.dataHash()).isEqualTo(hash);
        assertThat(catalog.interactions().getFirst().likes()).as("undated likes are told apart by their number").isEqualTo(2);
    }

    @Test
    void aChangedRowUpdatesAndAMissingColumnLeavesWhatIsKnown() throws IOException {
        write("tracks.csv", "track_id,artist,genre,year\na,X,rock,1990\nb,Y,jazz,1991\n");
        write("artist_plays.csv", "user_id,artist,plays\nu,X,3\n");
        run();
        String hash = catalog.dataHash();
        write("tracks.csv", "track_id,artist,genre\na,X,\nb,Y,jazz\n");
        write("artist_plays.csv", "user_id,artist,plays\nu,X,4\n");

        ImportReport report = run();

        assertThat(report.tracks()).isEqualTo(new TrackCounts(0, 1, 1));
        assertThat(report.feedback()).isEqualTo(new FeedbackCounts(1, 0));
        assertThat(catalog.track("a")).contains(new Track("a", "", "X", "", "", 1990, "", ""));
        assertThat(catalog.artistPlaysOf("u")).containsExactly(new ArtistPlays("u", "X", 4));
        assertThat(catalog.dataHash()).isNotEqualTo(hash).hasSize(64);
    }

    @Test
    void aBadRowIsListedAndTheOthersAreTaken() throws IOException {
        Files.writeString(folder.resolve("here.mp3"), "sound");
        write("tracks.csv", """
                track_id,path,year
                a,here.mp3,1999
                ,here.mp3,1999
                b,../outside.mp3,1999
                c,gone.mp3,1999
                d,,last year
                e,
                a,,2000
                f,,1999,more
                g\0,,1999
                h,,\s
                """);
        write("feedback.csv", """
                user_id,track_id,event,timestamp
                u,a,love,
                u,nowhere,like,
                u,a,rating=great,
                u,a,rating=9,
                u,a,like,yesterday
                u,a,like,1709294400000
                ,a,like,
                u,a,like,1709294400
                """);
        write("artist_plays.csv", "user_id,artist,plays\nu,X,0\nu,,3\nu,Y,many\nu,Z,3\n");

        RecordedProgress progress = new RecordedProgress();
        ImportReport report = new DatasetImport(catalog, NO_TAGS).run(folder, progress);

        assertThat(report.tracks()).isEqualTo(new TrackCounts(3, 0, 0));
        assertThat(report.feedback()).isEqualTo(new FeedbackCounts(2, 0));
        assertThat(catalog.tracks()).extracting(Track::id).containsExactly("a", "c", "h");
        assertThat(catalog.track("c").orElseThrow().audio()).isEmpty();
        assertThat(report.rejected())
                .extracting(Rejection::file, Rejection::line, Rejection::reason)
                .containsExactly(
                        tuple("tracks.csv", 3L, "track_id is empty"),
                        tuple("tracks.csv", 4L, "path '../outside.mp3' leads out of the folder"),
                        tuple("tracks.csv", 5L, "there is no file 'gone.mp3': the track is kept without its sound"),
                        tuple("tracks.csv", 6L, "year 'last year' is not a year"),
                        tuple("tracks.csv", 7L, "2 fields instead of 3"),
                        tuple("tracks.csv", 8L, "track_id 'a' is on line 2 already"),
                        tuple("tracks.csv", 9L, "4 fields instead of 3"),
                        tuple("tracks.csv", 10L, "a NUL character in field 1"),
                        tuple("feedback.csv", 2L, "event 'love' is none of play, like, dislike, skip, rating=4.5"),
                        tuple("feedback.csv", 3L, "track_id 'nowhere' is not in the catalogue"),
                        tuple("feedback.csv", 4L, "rating 'great' is not a number"),
                        tuple("feedback.csv", 5L, "rating '9' is not between 0 and 5"),
                        tuple("feedback.csv", 6L,
                                "timestamp 'yesterday' is neither ISO 8601 (2026-01-31T18:00:00Z) nor seconds since 1970"),
                        tuple("feedback.csv", 7L,
                                "timestamp '1709294400000' is too far ahead: are these milliseconds? give seconds"),
                        tuple("feedback.csv", 8L, "user_id is empty"),
                        tuple("artist_plays.csv", 2L, "plays is 0, but must be at least 1"),
                        tuple("artist_plays.csv", 3L, "artist is empty"),
                        tuple("artist_plays.csv", 4L, "plays 'many' is not a whole number"));
        assertThat(progress.begun)
                .containsExactly(
                        "importing tracks.csv: 10 tracks",
                        "importing feedback.csv: 9 lines",
                        "importing artist_plays.csv: 5 lines");
    }

    @Test
    void readsWhatSpreadsheetsWrite() throws IOException {
        write("tracks.csv", "\uFEFFTitle, Track_ID \r\n\"Söng\r\nof two lines\",a\r\n\r\nplain,b\r\n");

        assertThat(run().rejected()).isEmpty();
        assertThat(catalog.track("a").orElseThrow().title()).isEqualTo("Söng\r\nof two lines");
        assertThat(catalog.track("b").orElseThrow().title()).isEqualTo("plain");
    }

    @Test
    void aQuoteThatIsNeverClosedCostsNoMoreThanWhatFollowsIt() throws IOException {
        write("tracks.csv", "track_id,title\na,one\nb,\"two\nc,three\nd,four\n");

        ImportReport report = run();

        assertThat(catalog.tracks()).extracting(Track::id).contains("a");
        assertThat(report.tracks().added() + report.rejectedInAll()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aWrongHeaderStopsTheImportBeforeAnythingIsStored() throws IOException {
        write("tracks.csv", "track_id\na\n");
        write("feedback.csv", "user;track;event\nu;a;like\n");

        assertThatThrownBy(this::run)
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("feedback.csv lacks the columns user_id, track_id, event; it has user;track;event")
                .hasMessageEndingWith("separate the columns by commas");
        assertThat(catalog.tracks()).isEmpty();
    }

    @Test
    void textThatIsNotUtf8LeavesWhatWasThere() throws IOException {
        write("tracks.csv", "track_id,title\na,one\n");
        run();
        Files.write(folder.resolve("tracks.csv"), "track_id,title\na,two\nb,Söng\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(this::run).hasMessageEndingWith("tracks.csv is not UTF-8: save it in that encoding and import it again");
        assertThat(catalog.tracks()).extracting(Track::title).containsExactly("one");
    }

    @Test
    void saysWhatIsNoDataset() throws IOException {
        assertThatThrownBy(() -> new DatasetImport(catalog, NO_TAGS).run(folder.resolve("absent"), Progress.SILENT))
                .hasMessageContaining("there is no folder");
        assertThatThrownBy(this::run).hasMessageContaining("has neither a tracks.csv nor a sound file in it");
        write("tracks.csv", "");
        assertThatThrownBy(this::run).hasMessageContaining("tracks.csv is empty: its first line must name the columns");
    }

    @Test
    void listsTheFirstOfVeryManyRejections() throws IOException {
        StringBuilder rows = new StringBuilder("track_id,year\n");
        for (int i = 0; i < 12_000; i++) {
            rows.append("t").append(i).append(",never\n");
        }
        write("tracks.csv", rows.toString());

        ImportReport report = run();

        assertThat(report.rejected()).hasSize(ImportReport.MOST_REJECTIONS);
        assertThat(report.rejectedInAll()).isEqualTo(12_000);
        assertThat(report.rejected()).extracting(Rejection::line).startsWith(2L, 3L).isEqualTo(
                List.copyOf(report.rejected().stream().map(Rejection::line).sorted().toList()));
    }

    private ImportReport run() {
        return new DatasetImport(catalog, NO_TAGS).run(folder, Progress.SILENT);
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }
}
