package org.tasteprint.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.catalog.ImportReport.FeedbackCounts;
import org.tasteprint.catalog.log.LogFormat;
import org.tasteprint.catalog.log.LogRequest;
import org.tasteprint.core.ArtistPlays;
import org.tasteprint.core.Progress;

@ExtendWith(CatalogExtension.class)
class ListensImportTest {
    @TempDir
    Path folder;

    @Test
    void tellsTracksFromArtistsByTheHeader(Catalog catalog) throws IOException {
        catalog.transaction(handle -> handle.execute("INSERT INTO tracks (id) VALUES ('a')"));

        assertThat(run(catalog, "user_id,track_id,event\nu,a,play\nu,b,play\n"))
                .isEqualTo(new FeedbackCounts(1, 0));
        assertThat(run(catalog, "plays,user_id,artist\n7,u,Tab\there\\N\n8,v,X\n8,v,X\n")).isEqualTo(new FeedbackCounts(2, 1));
        assertThat(catalog.artistPlaysOf("u").getFirst().artist()).isEqualTo("Tab\there\\N");
        assertThatThrownBy(() -> run(catalog, "user_id,shoe\nu,x\n"))
                .hasMessageContaining("log.csv has the columns user_id, shoe, and none that tells what was heard");
    }

    @Test
    void namesTheFormatsThereAre(Catalog catalog) {
        assertThat(LogFormat.of("hetrec")).isEqualTo(LogFormat.HETREC);
        assertThatThrownBy(() -> LogFormat.of("xml")).hasMessage("there is no format 'xml': choose one of csv, tsv, lastfm-1k, lastfm-360k, hetrec, listenbrainz, msd");
        assertThatThrownBy(() -> new ListensImport(catalog).run(folder.resolve("gone"), LogRequest.of(LogFormat.CSV), Progress.SILENT))
                .hasMessageContaining("there is no file");
    }

    @Test
    void anAmbiguousSongCountsForItsArtistAndIsListed(Catalog catalog) throws IOException {
        catalog.transaction(handle -> handle.execute("INSERT INTO tracks (id, artist, title) VALUES ('a', 'X', 'Song'), ('b', 'x', 'song')"));
        Path file = Files.writeString(folder.resolve("log.csv"), "user,artist,title,time\nu,The X,SONG,5\nu,X feat. Y,Song (feat. Y),6\n");

        ImportReport report = new ListensImport(catalog).run(file, LogRequest.automatic(), Progress.SILENT);

        assertThat(report.ambiguous()).containsExactly(new ImportReport.Ambiguity("The X", "SONG", List.of("a", "b")));
        assertThat(catalog.interactions()).isEmpty();
        assertThat(catalog.artistPlaysOf("u")).containsExactly(new ArtistPlays("u", "The X", 2));
    }

    @Test
    void listensBecomeTheTracksWhenTheCatalogueGetsItLater(Catalog catalog) throws IOException {
        assertThat(run(catalog, "user,artist,title,time\nu,X,Song,5\nu,X,Other,6\n")).isEqualTo(new FeedbackCounts(2, 0));
        Files.writeString(folder.resolve("tracks.csv"), "track_id,artist,title\na,X,Song!\n");

        new DatasetImport(catalog, file -> new FileTags("", "", "", 0, "")).run(folder, Progress.SILENT);

        assertThat(catalog.interactionsOf("u")).extracting(Interaction::trackId, Interaction::plays).containsExactly(tuple("a", 1));
        assertThat(catalog.artistPlaysOf("u")).containsExactly(new ArtistPlays("u", "X", 1));
        assertThat(run(catalog, "user,artist,title,time\nu,X,Song,5\nu,X,Other,6\n")).isEqualTo(new FeedbackCounts(0, 2));
    }

    /** As after kill -9: the chunks that were committed are there, the rest of the log is not. */
    @Test
    void anInterruptedImportGoesOnWhereItWas(Catalog catalog) throws IOException {
        catalog.transaction(handle -> handle.execute("INSERT INTO tracks (id) VALUES ('a')"));
        StringBuilder log = new StringBuilder("user,track_id,time,event\n");
        for (int i = 1; i <= 120_000; i++) {
            log.append("u").append(i % 7).append(i % 1000 == 0 ? ",a,,like\n" : ",a," + i + ",play\n");
        }
        Path file = Files.writeString(folder.resolve("log.csv"), log);
        Progress interrupting = new RecordedProgress() {
            @Override
            public Task begin(String what, String unit, long total) {
                Task task = super.begin(what, unit, total);
                return new Task() {
                    @Override
                    public void advance(long more) {
                        task.advance(more);
                        if (steps.get() == 110_000) {
                            throw new IllegalStateException("pulled the plug");
                        }
                    }

                    @Override
                    public void detail(String text) {}

                    @Override
                    public void close() {}
                };
            }
        };
        ListensImport listens = new ListensImport(catalog);

        assertThatThrownBy(() -> listens.run(file, LogRequest.automatic(), interrupting)).hasMessage("pulled the plug");
        assertThat(catalog.counts().feedback()).isBetween(49_000L, 101_000L);
        ImportReport rest = listens.run(file, LogRequest.automatic(), Progress.SILENT);

        assertThat(rest.feedback()).as("the whole log, whichever run stored it").isEqualTo(new FeedbackCounts(120_000, 0));
        assertThat(catalog.counts().feedback()).isEqualTo(120_000);
        assertThat(catalog.interactions().stream().mapToInt(Interaction::likes).sum()).isEqualTo(120);
        assertThat(listens.run(file, LogRequest.automatic(), Progress.SILENT).feedback()).isEqualTo(new FeedbackCounts(0, 120_000));
    }

    private FeedbackCounts run(Catalog catalog, String csv) throws IOException {
        Path file = Files.writeString(folder.resolve("log.csv"), csv);
        return new ListensImport(catalog).run(file, LogRequest.of(LogFormat.CSV), Progress.SILENT).feedback();
    }
}
