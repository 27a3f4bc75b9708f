package org.tasteprint.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.catalog.ImportReport.FeedbackCounts;
import org.tasteprint.catalog.log.LogFormat;
import org.tasteprint.catalog.log.LogRequest;
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

    private FeedbackCounts run(Catalog catalog, String csv) throws IOException {
        Path file = Files.writeString(folder.resolve("log.csv"), csv);
        return new ListensImport(catalog).run(file, LogRequest.of(LogFormat.CSV), Progress.SILENT).feedback();
    }
}
