package org.tasteprint.backbone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.core.Progress;
import org.tasteprint.nets.format.SafeTensors;
import org.tasteprint.nets.musicnn.MusicnnWidths;
import org.tasteprint.nets.registry.ModelRegistry;
import org.tasteprint.nets.registry.PretrainedModel;
import tools.jackson.databind.json.JsonMapper;

/** The network that comes with the program. */
class ShippedNetworkTest {
    private static final String NAME = "musicnn-rendered";
    private static final int OTHER_SEED = 4711;

    private final ModelRegistry registry = ModelRegistry.open(Path.of(System.getProperty("tasteprint.root"), "models"));
    private final PretrainedModel model = registry.model(NAME);
    private final Path file = registry.cached(NAME).orElseThrow();

    @TempDir
    Path folder;

    @Test
    void theRegistrySaysWhatIsInTheFile() throws Exception {
        SafeTensors.Content content = SafeTensors.read(file);
        MusicnnWidths widths = MusicnnWidths.of(content.tensors());

        assertThat(Files.size(file)).isLessThan(1 << 20);
        assertThat(model.shipped()).isTrue();
        assertThat(model.outputs())
                .isEqualTo("max_pool %1$d, mean_pool %1$d, penultimate %2$d, taggram %3$d"
                        .formatted(widths.pooled(), widths.dense(), widths.tags()));
        assertThat(JsonMapper.shared().readValue(content.metadata().get("tags"), String[].class))
                .containsExactlyElementsOf(model.tags())
                .containsExactlyElementsOf(Tags.names());
        assertThat(JsonMapper.shared().readTree(content.metadata().get("provenance")).get("dataHash").asString())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void hearsInSongsItHasNeverHeardWhoPlays() {
        BackboneSettings some = new BackboneSettings(320, 5, 1, 1, 2, 1e-3, OTHER_SEED, 1, 1, 1, 1);
        try (RenderedMusic music = RenderedMusic.in(
                folder.resolve("songs"), new Repertoire(OTHER_SEED), some.songs(), some.seconds(), Progress.SILENT)) {
            Map<String, Double> areas = new HeldOutSongs(music, some).ask(SafeTensors.read(file).tensors()).rocAuc();

            assertThat(areas.get("percussion")).isGreaterThan(0.85);
            assertThat(areas.get("distorted guitar")).isGreaterThan(0.75);
            assertThat(areas.get("techno")).isGreaterThan(0.8);
        }
    }
}
