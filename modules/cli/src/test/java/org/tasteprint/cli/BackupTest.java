package org.tasteprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.catalog.Catalog;
import org.tasteprint.catalog.Database;
import tools.jackson.databind.JsonNode;

/** A home with tracks, listens, features, a key and a space, backed up once. */
class BackupTest {
    @TempDir
    static Path folder;

    private static Shell shell;
    private static Path backup;
    private static JsonNode answer;

    @BeforeAll
    static void backUp() throws IOException {
        shell = new Shell(folder.resolve("home"));
        shell.json("bench", "fixture", "--tracks", "300", "--dimensions", "8");
        Path music = Files.createDirectories(folder.resolve("listens"));
        Files.writeString(music.resolve("tracks.csv"), "track_id,path,artist,title,album,year,genre,split\nné,,Zoë,Tab\tand \\ back,,0,,\n");
        Files.writeString(music.resolve("feedback.csv"), "user_id,track_id,event,timestamp\nada,né,like,\nada,bench-0000001,rating=4.5,2020-01-01T00:00:00Z\n");
        shell.json("import", music.toString());
        shell.json("keys", "create", "laptop");
        Files.writeString(shell.home().resolve("spaces/bench/map.json"), "a map");
        Files.createDirectories(shell.home().resolve("features/made@3s/.half"));
        Files.writeString(shell.home().resolve("features/made@3s/one.npy"), "features");
        Files.writeString(shell.home().resolve("features/made@3s/.half/two.npy"), "being written");
        backup = folder.resolve("home.tar.gz");
        // The catalogue is in use meanwhile.
        try (Catalog inUse = Catalog.open(new Database.Embedded(shell.home().resolve("postgres")))) {
            assertThat(inUse.counts().tracks()).isEqualTo(301);
            answer = shell.json("backup", "--to", backup.toString());
        }
    }

    @Test
    void anEmptyHomeAnswersAsTheOldOneDid() throws IOException {
        assertThat(answer.get("rows").asLong()).isGreaterThan(300);
        Shell other = new Shell(folder.resolve("other"));
        JsonNode restored = other.json("restore", backup.toString());
        assertThat(restored.get("rows")).isEqualTo(answer.get("rows"));
        assertThat(restored.get("files")).isEqualTo(answer.get("files"));
        for (List<String> question : List.of(
                List.of("similar", "bench-0000007", "--space", "bench", "-k", "20"),
                List.of("similar", "bench-0000007", "--space", "bench", "--genre", "jazz"),
                List.of("keys", "list"))) {
            assertThat(other.json(question.toArray(String[]::new))).isEqualTo(shell.json(question.toArray(String[]::new)));
        }
        try (Catalog here = Catalog.open(new Database.Embedded(shell.home().resolve("postgres")));
                Catalog there = Catalog.open(new Database.Embedded(other.home().resolve("postgres")))) {
            assertThat(there.dataHash()).isEqualTo(here.dataHash());
            assertThat(there.tracks()).isEqualTo(here.tracks());
            assertThat(there.interactions()).isEqualTo(here.interactions());
        }
        assertThat(other.home().resolve("features/made@3s/one.npy")).hasContent("features");
        assertThat(other.home().resolve("features/made@3s/.half")).doesNotExist();
        assertThat(other.home().resolve("spaces/bench/map.json")).hasSameBinaryContentAs(shell.home().resolve("spaces/bench/map.json"));
        // What counts by itself goes on where it stood.
        Path more = Files.createDirectories(folder.resolve("more"));
        Files.writeString(more.resolve("tracks.csv"), "track_id,path,artist,title,album,year,genre,split\nnew,,A,B,,0,,\n");
        assertThat(other.json("import", more.toString()).at("/tracks/added").asInt()).isEqualTo(1);
        assertThat(other.run("restore", backup.toString()).err()).contains("is not empty, it has spaces");
        assertThat(leftovers(shell.home())).isEmpty();
        assertThat(leftovers(other.home())).isEmpty();
    }

    @Test
    void goesIntoAnEmptyDatabaseElsewhere() throws IOException {
        Path server = folder.resolve("server");
        try (Catalog running = Catalog.open(new Database.Embedded(server))) {
            assertThat(running.counts().tracks()).isZero();
            String url = "jdbc:postgresql://localhost:%s/postgres?user=postgres&password=%s".formatted(
                    Files.readAllLines(server.resolve("data/postmaster.pid")).get(3), Files.readString(server.resolve("password")));
            Shell other = new Shell(folder.resolve("external"));
            assertThat(other.json("--database", url, "restore", backup.toString()).get("rows")).isEqualTo(answer.get("rows"));
            assertThat(running.counts().tracks()).isEqualTo(301);

            Shell third = new Shell(folder.resolve("third"));
            Shell.Outcome refused = third.run("--database", url, "restore", backup.toString());
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err()).contains("the database is not empty");
            assertThat(third.home().resolve("spaces")).doesNotExist();
            assertThat(leftovers(third.home())).isEmpty();
        }
    }

    @Test
    void aDamagedOrShortenedBackupChangesNothing() throws IOException {
        Path flipped = Files.copy(backup, folder.resolve("flipped.tar.gz"));
        try (RandomAccessFile file = new RandomAccessFile(flipped.toFile(), "rw")) {
            file.seek(file.length() / 2);
            int there = file.read();
            file.seek(file.length() / 2);
            file.write(there ^ 0x10);
        }
        Path cut = Files.copy(backup, folder.resolve("cut.tar.gz"));
        try (FileChannel file = FileChannel.open(cut, StandardOpenOption.WRITE)) {
            file.truncate(file.size() * 2 / 3);
        }
        Path other = Files.writeString(folder.resolve("other.txt"), "no backup");
        Shell fresh = new Shell(folder.resolve("fresh"));
        for (Path wrong : List.of(flipped, cut, other)) {
            Shell.Outcome refused = fresh.run("restore", wrong.toString());
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err()).contains("is damaged").contains("nothing was restored");
        }
        assertThat(fresh.home().resolve("spaces")).doesNotExist();
        assertThat(fresh.home().resolve("postgres")).doesNotExist();
        assertThat(fresh.run("restore", folder.resolve("nowhere").toString()).err()).contains("there is no file");
        assertThat(fresh.json("restore", backup.toString()).get("rows")).isEqualTo(answer.get("rows"));
    }

    @Test
    void membersThatHaveNoPlaceOfTheirOwnAreDamage() throws IOException {
        Shell fresh = new Shell(folder.resolve("fresh"));
        for (List<String> names : List.of(List.of("a/.."), List.of("../a"), List.of("a", "a"), List.of("a", "a/b"))) {
            Path odd = folder.resolve("odd.tar.gz");
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(odd)))) {
                for (String name : names) {
                    tar.putArchiveEntry(new TarArchiveEntry(name));
                    tar.closeArchiveEntry();
                }
            }
            assertThat(fresh.run("restore", odd.toString()).err()).contains("is damaged (it has a member called " + names.getLast());
        }
        assertThat(folder.resolve("a")).doesNotExist();
    }

    @Test
    void whatIsThereIsNotOverwritten() throws IOException {
        assertThat(shell.run("backup", "--to", backup.toString()).err()).contains("already: name another");
        Path inFolder = Files.createDirectories(folder.resolve("backups"));
        shell.json("backup", "--to", inFolder.toString());
        try (Stream<Path> files = Files.list(inFolder)) {
            assertThat(files).singleElement().asString().endsWith(".tar.gz");
        }
    }

    private static List<String> leftovers(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(".") && !name.equals(".backup.lock"))
                    .toList();
        }
    }
}
