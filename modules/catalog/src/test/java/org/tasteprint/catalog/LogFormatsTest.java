package org.tasteprint.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.catalog.ImportReport.FeedbackCounts;
import org.tasteprint.catalog.ImportReport.Matches;
import org.tasteprint.catalog.log.LogColumn;
import org.tasteprint.catalog.log.LogFormat;
import org.tasteprint.catalog.log.LogRequest;
import org.tasteprint.core.ArtistPlays;
import org.tasteprint.core.Progress;

/** Logs as their publishers write them, found out without being told. */
@ExtendWith(CatalogExtension.class)
class LogFormatsTest {
    private static final String MBID = "0f0f0f0f-1111-2222-3333-444444444444";

    @TempDir
    Path folder;

    private Catalog catalog;

    @BeforeEach
    void oneTrack(Catalog empty) {
        catalog = empty;
        catalog.transaction(handle ->
                handle.execute("INSERT INTO tracks (id, artist, title) VALUES ('army', 'Björk', 'Army of Me'), ('SOAAAAAAAAAAAAAAAA', '', '')"));
    }

    @Test
    void lastfm1k() throws IOException {
        String log = """
                user_1\t2009-04-08T01:57:47Z\t%1$s\tBJORK\t%1$s\tArmy Of Me
                user_1\t2009-04-08T02:57:47Z\t\tThe Dogs D'Amour\t\tFall in "Love" Again?
                user_1\t2009-04-08T02:57:47Z\t\tThe Dogs D'Amour\t\tFall in "Love" Again?
                user_1\tyesterday\t\tX\t\tY
                user_1\t2009-04-08T02:57:47Z\tX
                """.formatted(MBID);

        ImportReport report = run(gzip("log.tsv.gz", log), LogRequest.automatic());

        assertThat(report.feedback()).isEqualTo(new FeedbackCounts(2, 1));
        assertThat(report.matches()).isEqualTo(new Matches(1, 2));
        assertThat(report.rejected()).extracting(Rejection::line, Rejection::reason).containsExactly(
                tuple(4L, "timestamp 'yesterday' is neither ISO 8601 (2026-01-31T18:00:00Z) nor seconds since 1970"),
                tuple(5L, "3 fields instead of 6"));
        assertThat(catalog.interactionsOf("user_1"))
                .extracting(Interaction::trackId, Interaction::plays, Interaction::last)
                .containsExactly(tuple("army", 1, Instant.parse("2009-04-08T01:57:47Z")));
        assertThat(catalog.artistPlaysOf("user_1")).containsExactly(new ArtistPlays("user_1", "The Dogs D'Amour", 1));
    }

    @Test
    void lastfm360kAndARowThatIsNotUtf8() throws IOException {
        String user = "a".repeat(40);
        Path file = folder.resolve("plays.tsv");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write((user + "\t\tBetty Blowtorch\t2137\n" + user + "\t\tB").getBytes(StandardCharsets.UTF_8));
            out.write(0xFF);
            out.write("\t3\n".getBytes(StandardCharsets.UTF_8));
        }

        ImportReport report = run(file, LogRequest.automatic());

        assertThat(catalog.artistPlaysOf(user)).containsExactly(new ArtistPlays(user, "Betty Blowtorch", 2137));
        assertThat(report.rejected()).extracting(Rejection::line, Rejection::reason).containsExactly(tuple(2L, "the row is not UTF-8"));
    }

    @Test
    void theMillionSongDatasetWithTheListOfItsSongs() throws IOException {
        String user = "b".repeat(40);
        write("unique_tracks.txt", "TRX<SEP>SOBBBBBBBBBBBBBBBB<SEP>Bjork<SEP>Army of me (feat. Nobody)\n");
        Path triplets = write("train_triplets.txt", user + "\tSOAAAAAAAAAAAAAAAA\t4\n" + user + "\tSOBBBBBBBBBBBBBBBB\t2\n"
                + user + "\tSOCCCCCCCCCCCCCCCC\t1\n");

        ImportReport report = run(triplets, LogRequest.automatic());

        assertThat(catalog.interactionsOf(user)).extracting(Interaction::trackId, Interaction::plays)
                .containsExactly(tuple("SOAAAAAAAAAAAAAAAA", 4), tuple("army", 2));
        assertThat(report.rejected()).singleElement().extracting(Rejection::line).isEqualTo(3L);
        assertThat(run(triplets, LogRequest.automatic()).feedback()).isEqualTo(new FeedbackCounts(0, 2));
    }

    @Test
    void aListenBrainzExportWithSkipsAndOpinions() throws IOException {
        String listens = """
                {"listened_at": 1443521965.0, "track_metadata": {"artist_name": "Björk", "track_name": "Army of Me", "recording_msid": "m1", "additional_info": {}}}
                {"listened_at": 1443521999, "track_metadata": {"artist_name": "Björk", "track_name": "Army of Me", "additional_info": {"ms_played": 4000, "duration_ms": 200000}}}
                {"listened_at": 1443522999, "track_metadata": {"artist_name": "X"}}
                {"listened_at": 144352
                """;
        String opinions = """
                {"recording_msid": "m1", "recording_mbid": null, "score": 1, "created": 1443530000}
                {"recording_msid": "m9", "score": -1, "created": 1443530000}
                """;
        Path zip = folder.resolve("export.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            entry(out, "user.json", "{\"user_id\": 7, \"username\": \"rob\"}");
            entry(out, "feedback.jsonl", opinions);
            entry(out, "listens/2015/9.jsonl", listens);
            entry(out, "pinned_recording.jsonl", "{}");
        }

        ImportReport report = run(zip, LogRequest.automatic());

        assertThat(catalog.interactionsOf("rob"))
                .extracting(Interaction::trackId, Interaction::plays, Interaction::skips, Interaction::likes)
                .containsExactly(tuple("army", 1, 1, 1));
        assertThat(report.rejected()).extracting(Rejection::file, Rejection::line).containsExactlyInAnyOrder(
                tuple("listens/2015/9.jsonl", 3L), tuple("listens/2015/9.jsonl", 4L), tuple("feedback.jsonl", 2L));
    }

    @Test
    void documentsForSubmitListens() {
        String listen = "{\"listened_at\": %d, \"track_metadata\": {\"artist_name\": \"Björk\", \"track_name\": \"Army of Me\"}}";
        String document = "{\"listen_type\": \"import\", \"payload\": [" + listen.formatted(1443521965) + "," + listen.formatted(1443529965) + "]}";
        String now = "{\"listen_type\": \"playing_now\", \"payload\": [{\"track_metadata\": {\"artist_name\": \"B\", \"track_name\": \"A\"}}]}";
        ListensImport listens = new ListensImport(catalog);

        assertThat(listens.submit("ann", document.getBytes(StandardCharsets.UTF_8)).feedback()).isEqualTo(new FeedbackCounts(2, 0));
        assertThat(listens.submit("ann", document.getBytes(StandardCharsets.UTF_8)).feedback()).isEqualTo(new FeedbackCounts(0, 2));
        assertThat(listens.submit("ann", now.getBytes(StandardCharsets.UTF_8)).feedback()).isEqualTo(new FeedbackCounts(0, 0));
        assertThat(catalog.interactionsOf("ann").getFirst().plays()).isEqualTo(2);
        assertThatThrownBy(() -> listens.submit("ann", "{".getBytes(StandardCharsets.UTF_8))).hasMessageContaining("not JSON");
    }

    @Test
    void tablesWithColumnsOfAnyName() throws IOException {
        Path table = write("scrobbles.csv", "\"Band\";Song;When;ms\nBjörk;Army of Me;2024-01-01T00:00:00Z;200000\n"
                + "bjork;\"Army; of Me\";2024-01-02;1000\nBjörk;Army of Me;2024-01-03;1000\n");

        ImportReport report = run(table, new LogRequest(
                Optional.empty(), LogColumn.mapping("artist=band,title=song,time=when,ms_played=ms"), "ann"));

        assertThat(report.feedback()).isEqualTo(new FeedbackCounts(3, 0));
        assertThat(catalog.interactionsOf("ann")).extracting(Interaction::plays, Interaction::skips).containsExactly(tuple(1, 2));
        Path nameless = write("nameless.csv", "ann,army,like\nbob,army,dislike\n");
        assertThat(run(nameless, new LogRequest(
                        Optional.of(LogFormat.CSV), LogColumn.mapping("user=1,track=2,event=3"), "")).feedback())
                .isEqualTo(new FeedbackCounts(2, 0));
        assertThat(catalog.interactionsOf("bob").getFirst().disliked()).isTrue();
        assertThatThrownBy(() -> LogColumn.mapping("shoe=1")).hasMessageContaining("there is no column 'shoe' in a log");
        assertThatThrownBy(() -> run(table, LogRequest.automatic())).hasMessageContaining("none that tells who listened");
    }

    private ImportReport run(Path file, LogRequest request) {
        return new ListensImport(catalog).run(file, request, Progress.SILENT);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private Path gzip(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
}
