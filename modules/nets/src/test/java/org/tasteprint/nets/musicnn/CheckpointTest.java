package org.tasteprint.nets.musicnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.format.CheckpointWriter;

class CheckpointTest {
    private static final MusicnnWidths WIDTHS = new MusicnnWidths(4, 2, 12, 9, 3);

    @TempDir
    Path folder;

    private final Map<String, Tensor> parameters = PublishedVariables.parameters(WIDTHS);

    @ParameterizedTest
    @CsvSource({"'',0", "'',8", "model/,0", "a/model_1/,100"})
    void findsTheLayersByTheirOrder(String scope, int first) throws IOException {
        Path index = new CheckpointWriter(10, false).write(folder, "", PublishedVariables.of(parameters, scope, first));

        assertThat(Musicnn.parameters(index)).containsExactlyInAnyOrderEntriesOf(parameters);
        try (Musicnn musicnn = Musicnn.load(index)) {
            assertThat(musicnn.widths()).isEqualTo(WIDTHS);
        }
    }

    @Test
    void refusesOtherCheckpoints() throws IOException {
        Map<String, Tensor> fewer = PublishedVariables.of(parameters, "", 0);
        fewer.keySet().removeIf(name -> name.startsWith("conv2d_7/"));
        assertThatThrownBy(() -> Musicnn.load(new CheckpointWriter(10, false).write(folder, "fewer", fewer)))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("fewer.index holds another network's weights: there are 7 layers conv2d, where there should be 8");

        Map<String, Tensor> flat = PublishedVariables.of(parameters, "", 0);
        flat.put("conv2d_6/kernel", new Tensor(new long[] {4}, new float[4]));
        assertThatThrownBy(() -> Musicnn.load(new CheckpointWriter(10, false).write(folder, "flat", flat)))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("flat.index holds another network's weights");
    }
}
