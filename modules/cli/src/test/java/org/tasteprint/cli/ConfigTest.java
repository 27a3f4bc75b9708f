package org.tasteprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ConfigTest {
    @TempDir
    Path home;

    private Shell shell;

    @BeforeEach
    void aShell() {
        shell = new Shell(home);
    }

    @Test
    void everySettingIsListedWithItsNamesItsValueAndWhereThatComesFrom() throws IOException {
        Files.writeString(home.resolve("tasteprint.properties"), "port=8080\nrate-limit=50\n");
        JsonNode all = shell.json("config");
        assertThat(all.get("file").asString()).isEqualTo(home.resolve("tasteprint.properties").toString());
        JsonNode port = setting(all, "port");
        assertThat(port.get("flag").asString()).isEqualTo("--port");
        assertThat(port.get("environment").asString()).isEqualTo("TASTEPRINT_PORT");
        assertThat(port.get("default_value").asString()).isEqualTo("7070");
        assertThat(port.get("value").asString()).isEqualTo("8080");
        assertThat(port.get("source").asString()).isEqualTo("file");
        assertThat(port.get("commands").toString()).contains("serve");
        assertThat(setting(all, "host").get("source").asString()).isEqualTo("default");
        assertThat(setting(all, "home").get("value").asString()).isEqualTo(home.toString());
        assertThat(setting(all, "home").get("source").asString()).isEqualTo("flag");
        assertThat(shell.json("config", "serve").get("settings").size()).isLessThan(all.get("settings").size());
        assertThat(shell.run("config", "serve").out())
                .contains("TASTEPRINT_RATE_LIMIT")
                .containsPattern("require-key +--require-key +TASTEPRINT_REQUIRE_KEY +false +false");
    }

    @Test
    void secretsAreNotShown() throws IOException {
        Files.writeString(home.resolve("tasteprint.properties"), "key=tp-secret-1\n");
        String url = "jdbc:postgresql://db/music?user=me&password=tp-secret-2&ssl=true";
        String shown = shell.json("config", "--database", url).toString();
        assertThat(shown).doesNotContain("tp-secret").contains("user=me&password=(hidden)&ssl=true");
    }

    @Test
    void anUnknownNameInTheFileIsRefusedByEveryCommand() throws IOException {
        Files.writeString(home.resolve("tasteprint.properties"), "prot=8080\n");
        Shell.Outcome outcome = shell.run("models", "list");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("sets 'prot', which is no setting").doesNotContain("\tat ");
        assertThat(shell.run("--json", "models", "list").out()).contains("\"error\"");
        Files.writeString(home.resolve("tasteprint.properties"), "home=/elsewhere\n");
        assertThat(shell.run("models", "list").err()).contains("TASTEPRINT_HOME");
    }

    private static JsonNode setting(JsonNode all, String name) {
        return StreamSupport.stream(all.get("settings").spliterator(), false)
                .filter(one -> one.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
