package org.tasteprint.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

class ExternalDatabaseTest {
    @TempDir
    Path folder;

    @Test
    void worksOnAServerThatSomebodyElseRuns() throws IOException, SQLException {
        try (EmbeddedServer server = EmbeddedServer.enter(folder)) {
            String address = "jdbc:postgresql://localhost:%s/postgres".formatted(
                    Files.readAllLines(folder.resolve("data/postmaster.pid")).get(3));
            String password = Files.readString(folder.resolve("password"));

            try (Catalog catalog = open(address + "?user=postgres&password=" + password)) {
                assertThat(catalog.counts()).isEqualTo(new CatalogCounts(0, 0, 0, 0));
            }
            var history = Schema.flyway(server.dataSource()).info();
            assertThat(history.pending()).isEmpty();
            assertThat(history.current().getVersion().getVersion()).isEqualTo(Schema.NEWEST);
            try (Connection connection = server.dataSource().getConnection(); Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE theirs");
            }
            String theirs = address.replace("/postgres", "/theirs") + "?user=postgres&password=" + password;
            try (Connection connection = DriverManager.getConnection(theirs); Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE tracks (rails int)");
            }
            assertThatThrownBy(() -> open(theirs))
                    .hasMessageStartingWith("the database does not take the schema: give this program an empty database of its own")
                    .hasMessageNotContaining("\n");
            assertRefused(address + "?user=postgres&password=wrong-secret", "the user name or password is wrong");
            assertRefused(
                    address.replace("/postgres", "/nowhere") + "?user=postgres&password=" + password,
                    "the server has no database of that name");
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsSaidInOneLine() throws IOException {
        assertRefused("jdbc:postgresql://localhost:1/music?user=me&password=wrong-secret", "is the server running");
        try (ServerSocket silent = new ServerSocket(0)) {
            long begin = System.nanoTime();
            assertRefused(
                    "jdbc:postgresql://localhost:%d/music?password=wrong-secret".formatted(silent.getLocalPort()),
                    "is the server running");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
        }
        assertThatThrownBy(() -> open("postgres://me:wrong-secret@localhost/music"))
                .hasMessageStartingWith("the database URL postgres://localhost/music is not one of PostgreSQL")
                .hasMessageNotContaining("wrong-secret");
    }

    private static void assertRefused(String url, String advice) {
        assertThatThrownBy(() -> open(url))
                .hasMessageStartingWith("cannot open the database jdbc:postgresql://localhost:")
                .hasMessageContaining(advice)
                .hasMessageNotContaining("wrong-secret")
                .hasMessageNotContaining("\n")
                .asInstanceOf(type(TasteprintException.class))
                .extracting(TasteprintException::kind)
                .isEqualTo(Kind.UNAVAILABLE);
    }

    private static Catalog open(String url) {
        return Catalog.open(new Database.External(url));
    }
}
