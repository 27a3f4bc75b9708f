package org.tasteprint.nets.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.nets.Tensor;

class SafeTensorsTest {
    @TempDir
    Path folder;

    @Test
    void aTableLiesOutsideTheHeapAndIsReadEitherWay() {
        Path file = folder.resolve("tables.safetensors");
        MemorySegment floats = MemorySegment.ofArray(new float[] {1, 2, 3, 4, 5, 6});
        Tensor small = new Tensor(new long[] {2}, new float[] {8, 9});
        SafeTensors.write(
                file,
                new SafeTensors.Content(
                        Map.of("small", small), Map.of("table", new SafeTensors.Table(2, 3, floats)), Map.of("told", "so")));

        SafeTensors.Content mapped = SafeTensors.read(file, "table"::equals);
        assertThat(mapped.tensors()).containsOnlyKeys("small");
        assertThat(mapped.tensors().get("small")).isEqualTo(small);
        SafeTensors.Table table = mapped.tables().get("table");
        assertThat(table.rows()).isEqualTo(2);
        assertThat(table.width()).isEqualTo(3);
        assertThat(table.memory().toArray(ValueLayout.JAVA_FLOAT_UNALIGNED)).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(SafeTensors.read(file).tensors().get("table"))
                .isEqualTo(new Tensor(new long[] {2, 3}, new float[] {1, 2, 3, 4, 5, 6}));
    }

    @Test
    void whatIsWrittenIsRead() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("02Linear_weight", new Tensor(new long[] {2, 3}, new float[] {1, -2, 3.5f, Float.MIN_VALUE, 0, 6}));
        tensors.put("a \"quoted\" näme", new Tensor(new long[] {}, new float[] {7}));
        tensors.put("empty", new Tensor(new long[] {0, 4}, new float[0]));
        var content = new SafeTensors.Content(tensors, Map.of("provenance", "{\"seed\":\"1\"}"));
        Path file = folder.resolve("model.safetensors");

        SafeTensors.write(file, content);

        assertThat(SafeTensors.read(file)).isEqualTo(content);
        assertThat(SafeTensors.read(file).tensors().keySet()).containsExactlyElementsOf(tensors.keySet());
    }

    @Test
    void halfPrecisionTakesHalfTheSpaceAndRounds() {
        Path file = folder.resolve("half.safetensors");
        var tensor = new Tensor(new long[] {4}, new float[] {1, -0.1f, 65504, 1e-7f});

        SafeTensors.write(file, new SafeTensors.Content(Map.of("x", tensor), Map.of()), SafeTensors.Precision.F16);

        float[] read = SafeTensors.read(file).tensors().get("x").values();
        assertThat(read).containsExactly(1, -0.099975586f, 65504, 1.1920929e-7f);
        var tooLarge = new SafeTensors.Content(Map.of("x", new Tensor(new long[] {1}, new float[] {70000})), Map.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SafeTensors.write(file, tooLarge, SafeTensors.Precision.F16))
                .withMessageContaining("too large");
    }

    @Test
    void readsAFileOfAnotherWriter() throws IOException {
        Path file = file("{\"x\":{\"shape\":[2],\"data_offsets\":[0,8],\"dtype\":\"F32\"}}   ", 8);
        assertThat(SafeTensors.read(file).tensors()).containsOnlyKeys("x");
        assertThat(SafeTensors.read(file).metadata()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "{\"x\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]}}   | type 'I64'",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}   | x does not fit its place",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}}  | x does not fit its place",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}  | header is damaged",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}  | is cut short",
        "{\"x\":                                                            | header is damaged"
    })
    void saysWhatIsWrongWithAFile(String header, String message) throws IOException {
        Path file = file(header, 8);
        assertThatThrownBy(() -> SafeTensors.read(file))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(message);
    }

    @Test
    void anyPrefixOfAFileIsRefused() throws IOException {
        Path file = folder.resolve("whole.safetensors");
        var tensor = new Tensor(new long[] {5}, new float[5]);
        SafeTensors.write(file, new SafeTensors.Content(Map.of("x", tensor), Map.of()));
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Path part = Files.write(folder.resolve("part"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> SafeTensors.read(part)).isInstanceOf(TasteprintException.class);
        }
    }

    private Path file(String header, int dataBytes) throws IOException {
        byte[] json = header.strip().getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        return Files.write(folder.resolve("made.safetensors"), bytes.putLong(json.length).put(json).array());
    }
}
