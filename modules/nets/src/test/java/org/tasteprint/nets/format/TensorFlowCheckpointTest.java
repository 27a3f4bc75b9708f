package org.tasteprint.nets.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.nets.Tensor;

class TensorFlowCheckpointTest {
    @TempDir
    Path folder;

    private static Map<String, Tensor> variables() {
        Map<String, Tensor> variables = new LinkedHashMap<>();
        Random random = new Random(1);
        for (int layer = 0; layer < 25; layer++) {
            for (String name : new String[] {"kernel", "bias", "kernel/Adam"}) {
                float[] values = new float[6];
                for (int i = 0; i < values.length; i++) {
                    values[i] = random.nextFloat();
                }
                variables.put("conv2d_%d/%s".formatted(layer, name), new Tensor(new long[] {3, 2}, values));
            }
        }
        variables.put("beta1_power", new Tensor(new long[0], new float[] {0.9f}));
        return variables;
    }

    @ParameterizedTest
    @CsvSource({"1000,false", "7,false", "1,false", "7,true"})
    void readsEveryVariableWhateverBlocksItIsIn(int entriesPerBlock, boolean snappy) throws IOException {
        Map<String, Tensor> written = variables();
        Path index = new CheckpointWriter(entriesPerBlock, snappy).write(folder, "net", written);

        TensorFlowCheckpoint checkpoint = TensorFlowCheckpoint.open(index);

        assertThat(checkpoint.names()).containsExactlyInAnyOrderElementsOf(written.keySet());
        written.forEach((name, tensor) -> assertThat(checkpoint.read(name)).as(name).isEqualTo(tensor));
    }

    /** Written by TensorFlow 2.21's {@code tf.compat.v1.train.Saver}: cell i of a layer's variables is layer + i/10. */
    @Test
    void readsWhatTensorFlowWrote() throws URISyntaxException {
        TensorFlowCheckpoint checkpoint =
                TensorFlowCheckpoint.open(Path.of(getClass().getResource("/checkpoint/tiny.index").toURI()));

        assertThat(checkpoint.names()).hasSize(12 * 3 + 2).contains("conv2d/bias", "conv2d_11/kernel/Adam", "global_step");
        assertThat(checkpoint.read("conv2d_11/kernel"))
                .isEqualTo(new Tensor(new long[] {2, 3}, new float[] {11, 11.1f, 11.2f, 11.3f, 11.4f, 11.5f}));
        assertThat(checkpoint.read("conv2d/bias")).isEqualTo(new Tensor(new long[] {3}, new float[] {0, 0.1f, 0.2f}));
        assertThat(checkpoint.read("beta1_power")).isEqualTo(new Tensor(new long[0], new float[] {0.9f}));
        assertThatThrownBy(() -> checkpoint.read("global_step"))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("global_step is no whole float32 array");
    }

    @Test
    void readsFilesWithoutAStem() throws IOException {
        Path index = new CheckpointWriter(9, false).write(folder, "", variables());
        assertThat(index.getFileName()).hasToString(".index");
        assertThat(TensorFlowCheckpoint.open(index).read("beta1_power").values()).containsExactly(0.9f);
    }

    @Test
    void followsSnappysCopies() {
        // "abcabcabca": the literal abc, then 7 bytes from 3 before, which runs into itself.
        ByteBuffer oneByte = ByteBuffer.wrap(new byte[] {10, 2 << 2, 'a', 'b', 'c', 3 << 2 | 1, 3});
        ByteBuffer twoBytes = ByteBuffer.wrap(new byte[] {10, 2 << 2, 'a', 'b', 'c', 6 << 2 | 2, 3, 0});
        assertThat(new String(Snappy.decompressed(oneByte), StandardCharsets.US_ASCII)).isEqualTo("abcabcabca");
        assertThat(Snappy.decompressed(twoBytes)).isEqualTo("abcabcabca".getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> Snappy.decompressed(ByteBuffer.wrap(new byte[] {10, 2 << 2, 'a', 'b', 'c', 3 << 2 | 1, 4})))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnIndexWithAnyByteChanged() throws IOException {
        Path index = new CheckpointWriter(7, false).write(folder, "net", Map.of("a/b", new Tensor(new long[] {1}, new float[1])));
        byte[] sound = Files.readAllBytes(index);
        for (int i = 0; i < sound.length; i++) {
            byte[] changed = sound.clone();
            changed[i] ^= 0x11;
            Files.write(index, changed);
            if (changed[i] != 0x11 || i < sound.length - 48) { // the footer's padding means nothing
                assertThatThrownBy(() -> TensorFlowCheckpoint.open(index).read("a/b"))
                        .as("byte %d", i)
                        .isInstanceOf(TasteprintException.class)
                        .hasMessageContaining("net.index");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 47, 300})
    void refusesAnIndexThatIsCutShort(int bytes) throws IOException {
        Path index = new CheckpointWriter(7, false).write(folder, "net", variables());
        Files.write(index, Arrays.copyOf(Files.readAllBytes(index), bytes));
        assertThatThrownBy(() -> TensorFlowCheckpoint.open(index))
                .isInstanceOfSatisfying(TasteprintException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INVALID_INPUT))
                .hasMessageContaining("net.index is damaged")
                .hasMessageContaining("cut short");
    }

    @Test
    void saysWhatIsWrongWithTheValues() throws IOException {
        Path index = new CheckpointWriter(7, false).write(folder, "net", variables());
        Path data = folder.resolve("net.data-00000-of-00001");
        byte[] sound = Files.readAllBytes(data);
        TensorFlowCheckpoint checkpoint = TensorFlowCheckpoint.open(index);

        byte[] changed = sound.clone();
        changed[2] ^= 1; // of beta1_power, the first
        Files.write(data, changed);
        assertThatThrownBy(() -> checkpoint.read("beta1_power")).hasMessageContaining("the checksum of beta1_power is wrong");
        assertThat(checkpoint.read("conv2d_3/bias").shape()).containsExactly(3, 2);

        Files.write(data, Arrays.copyOf(sound, sound.length - 1));
        assertThatThrownBy(() -> checkpoint.read("conv2d_9/kernel/Adam")).hasMessageContaining("cut short");

        Files.delete(data);
        assertThatThrownBy(() -> checkpoint.read("conv2d_9/bias"))
                .isInstanceOfSatisfying(TasteprintException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NOT_FOUND))
                .hasMessageContaining("net.data-00000-of-00001 is missing");
        assertThatThrownBy(() -> checkpoint.read("conv3d/bias")).hasMessageContaining("has no variable conv3d/bias");
    }

    @Test
    void saysWhatIsNoIndex() throws IOException {
        Path text = Files.writeString(folder.resolve("text.index"), "x".repeat(100));
        assertThatThrownBy(() -> TensorFlowCheckpoint.open(text)).hasMessageContaining("no checkpoint's index");
        assertThatThrownBy(() -> TensorFlowCheckpoint.open(folder.resolve("absent.index"))).hasMessageContaining("no such file");
        assertThatThrownBy(() -> TensorFlowCheckpoint.open(folder.resolve("net.h5"))).hasMessageContaining("must end with .index");
    }
}
