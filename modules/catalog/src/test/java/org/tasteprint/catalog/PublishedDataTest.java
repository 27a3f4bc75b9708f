package org.tasteprint.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tasteprint.catalog.ImportReport.FeedbackCounts;
import org.tasteprint.catalog.ImportReport.TrackCounts;
import org.tasteprint.catalog.log.LogRequest;
import org.tasteprint.core.Progress;
import org.tasteprint.core.Track;

/** Collections as their publishers give them away. */
@ExtendWith(CatalogExtension.class)
class PublishedDataTest {
    private static final Path DATA = Path.of(System.getProperty("tasteprint.root")).resolveSibling("shared/data");

    @BeforeAll
    static void needsTheCollections() {
        assumeTrue(Files.isDirectory(DATA), "the collections are not in " + DATA);
    }

    @Test
    void emotifyIsTakenWhole(Catalog catalog) {
        ImportReport report = dataset(catalog, "emotify");

        assertThat(report.tracks()).isEqualTo(new TrackCounts(300, 0, 0));
        assertThat(report.feedback()).isEqualTo(new FeedbackCounts(6261, 0));
        assertThat(report.rejectedInAll()).isZero();
        assertThat(catalog.tracks()).allMatch(track -> track.audio().isPresent());
        assertThat(catalog.users()).hasSize(450).allMatch(user -> user.attributes().size() == 3);
        assertThat(catalog.interactions().stream().mapToInt(Interaction::likes).sum()).isEqualTo(2402);
        assertThat(catalog.interactions().stream().mapToInt(Interaction::dislikes).sum()).isEqualTo(1263);
        assertThat(dataset(catalog, "emotify").feedback()).isEqualTo(new FeedbackCounts(0, 6261));
    }

    @Test
    void gtzanMeetsItsListeners(Catalog catalog) {
        ImportReport report = dataset(catalog, "gtzan");

        assertThat(report.tracks()).isEqualTo(new TrackCounts(640, 0, 0));
        assertThat(report.feedback()).isEqualTo(new FeedbackCounts(92_822, 12));
        assertThat(report.rejectedInAll()).isZero();
        assertThat(catalog.counts().artistPlays())
                .as("rows of artists whose names have become the same question marks are added up")
                .isEqualTo(92_488);
        Set<String> played = catalog.artistPlays().stream()
                .map(plays -> ArtistNames.fold(plays.artist()))
                .collect(Collectors.toSet());
        assertThat(catalog.tracks().stream()
                        .map(Track::artist)
                        .filter(artist -> !artist.isEmpty())
                        .map(ArtistNames::fold)
                        .distinct()
                        .filter(played::contains))
                .as("artists of the tracks in the histories")
                .hasSize(97);
    }

    @Test
    void hetrecIsReadFromItsOwnFiles(Catalog catalog) {
        Path folder = DATA.resolve("hetrec2011");
        ImportReport report = new ListensImport(catalog).run(folder, LogRequest.automatic(), Progress.SILENT);

        assertThat(report.feedback()).isEqualTo(new FeedbackCounts(92_822, 12));
        assertThat(catalog.users()).hasSize(1892);
        assertThat(catalog.artistPlaysOf("2")).anyMatch(plays -> plays.artist().equals("Duran Duran") && plays.plays() == 13_883);
        assertThat(new ListensImport(catalog)
                        .run(folder.resolve("user_artists.dat"), LogRequest.automatic(), Progress.SILENT)
                        .feedback())
                .isEqualTo(new FeedbackCounts(0, 92_834));
    }

    private static ImportReport dataset(Catalog catalog, String name) {
        return new DatasetImport(catalog, file -> new FileTags("", "", "", 0, "")).run(DATA.resolve(name), Progress.SILENT);
    }
}
