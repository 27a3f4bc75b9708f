package org.tasteprint.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.Track;

class EmbeddedServerTest {
    @TempDir
    Path folder;

    @AfterEach
    void nothingIsLeftRunning() {
        Catalog.open(new Database.Embedded(folder)).close();
        assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void theLastToLeaveStopsTheServer() throws Exception {
        CompletableFuture<Catalog> other = CompletableFuture.supplyAsync(this::open);
        Catalog one = open();
        Catalog two = other.get(60, TimeUnit.SECONDS);
        one.transaction(handle -> handle.execute("INSERT INTO tracks (id) VALUES ('a')"));
        one.close();

        assertThat(two.tracks()).extracting(Track::id).containsExactly("a");
        two.close();
        two.close();
        assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();

        // The number in the file may belong to any process after a crash of the machine: here, to this very one.
        Files.writeString(
                folder.resolve("data/postmaster.pid"),
                "%d\n%s\n1\n1\n\n\n\nready\n".formatted(ProcessHandle.current().pid(), folder.resolve("data")));
        try (Catalog again = open()) {
            assertThat(again.tracks()).hasSize(1);

            // With its sessions, each a process, of which one may answer a last question after the server itself is gone.
            ProcessHandle server = serverProcess().orElseThrow();
            List<ProcessHandle> sessions = server.descendants().toList();
            server.destroyForcibly();
            sessions.forEach(ProcessHandle::destroyForcibly);
            assertThatThrownBy(again::tracks)
                    .isInstanceOf(TasteprintException.class)
                    .hasMessageContaining("the connection to the database is lost");
        }
        try (Catalog recovered = open()) {
            assertThat(recovered.tracks()).hasSize(1);
        }
    }

    @Test
    void aKilledProcessLosesNothingAndItsServerFindsANewOwner() throws Exception {
        // What a first start that was interrupted leaves behind.
        Files.createDirectories(folder.resolve("data/base"));
        Files.writeString(folder.resolve("data/postgresql.conf"), "");
        Files.writeString(folder.resolve("making"), "");

        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = child.inputReader()) {
            assertThat(said.readLine()).isEqualTo("stored");
            try (Catalog beside = open()) {
                assertThat(beside.counts().tracks()).isEqualTo(1);
            }
            assertThat(serverProcess()).as("still used by the child").isPresent();
            child.destroyForcibly().waitFor();
        }
        Optional<ProcessHandle> left = serverProcess();
        assertThat(left).as("left behind").isPresent();

        try (Catalog after = open()) {
            assertThat(after.tracks()).extracting(Track::id).containsExactly("kept");
            assertThat(serverProcess()).isEqualTo(left);
        }
        assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
    }

    private Catalog open() {
        return Catalog.open(new Database.Embedded(folder));
    }

    private Optional<ProcessHandle> serverProcess() throws IOException {
        Path pidFile = folder.resolve("data/postmaster.pid");
        return Files.exists(pidFile)
                ? ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()))
                : Optional.empty();
    }

    /** Stores a track and waits to be killed. */
    static final class OtherProcess {
        public static void main(String[] folder) throws InterruptedException {
            Catalog catalog = Catalog.open(new Database.Embedded(Path.of(folder[0])));
            catalog.transaction(handle -> handle.execute("INSERT INTO tracks (id) VALUES ('kept')"));
            System.out.println("stored");
            Thread.sleep(TimeUnit.MINUTES.toMillis(2));
        }
    }
}
