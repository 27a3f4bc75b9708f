package org.tasteprint.nets.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.nets.SharedData;
import org.tasteprint.nets.Tensor;

class NpyTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsRead() {
        float[] many = new float[70_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = (float) Math.sin(i);
        }
        for (Tensor tensor : new Tensor[] {
            new Tensor(new long[] {700, 100}, many),
            new Tensor(new long[] {3}, new float[] {1.5f, Float.NaN, Float.NEGATIVE_INFINITY}),
            new Tensor(new long[] {}, new float[] {7}),
            new Tensor(new long[] {0, 753}, new float[0])
        }) {
            Path file = folder.resolve("round.npy");
            Npy.write(file, tensor);
            assertThat(Npy.read(file)).isEqualTo(tensor);
        }
    }

    @Test
    void writesTheHeaderThatNumPyWrites() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Npy.write(out, new Tensor(new long[] {2, 3}, new float[6]));
        byte[] bytes = out.toByteArray();

        assertThat(bytes).hasSize(128 + 24);
        assertThat(new String(bytes, 10, 118, StandardCharsets.US_ASCII))
                .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }  ")
                .endsWith(" \n");
    }

    @Test
    void readsWhatNumPyWrote() {
        Tensor logMel = Npy.read(SharedData.path("golden/networks/brahms_16k_12s.musicnn_logmel.npy"));
        assertThat(logMel.shape()).containsExactly(751, 96);
        assertThat(logMel.values()).doesNotContain(Float.NaN);
    }

    @Test
    void arraysFollowOneAnotherInAStream() throws IOException {
        Tensor first = new Tensor(new long[] {2}, new float[] {1, 2});
        Tensor second = new Tensor(new long[] {1, 1}, new float[] {3});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Npy.write(out, first);
        Npy.write(out, second);
        ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());

        assertThat(Npy.read(in, "stream")).isEqualTo(first);
        assertThat(Npy.read(in, "stream")).isEqualTo(second);
    }

    @Test
    void readsOtherWidthsAndByteOrders() throws IOException {
        ByteBuffer doubles = ByteBuffer.allocate(16).order(ByteOrder.BIG_ENDIAN).putDouble(0.25).putDouble(-3);
        ByteBuffer halves = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
        halves.putShort(Float.floatToFloat16(0.25f)).putShort(Float.floatToFloat16(-3));

        assertThat(Npy.read(npy("'descr': '>f8', 'fortran_order': False, 'shape': (2,)", doubles.array())).values())
                .containsExactly(0.25f, -3);
        assertThat(Npy.read(npy("'descr': '<f2', 'fortran_order': True, 'shape': (2L, 1)", halves.array())).values())
                .containsExactly(0.25f, -3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'descr': '<i8', 'fortran_order': False, 'shape': (1,)   | holds elements of type '<i8': save it as float32",
        "'descr': '<f4', 'fortran_order': True, 'shape': (2, 2)  | is in Fortran order",
        "'descr': '<f4', 'fortran_order': False, 'shape': (9,)   | is cut short",
        "'descr': '<f4', 'fortran_order': False, 'shape': (99999999, 999) | is too large",
        "'descr': '<f4', 'fortran_order': False                  | has a header that cannot be understood"
    }, quoteCharacter = '"')
    void saysWhatIsWrongWithAnArray(String header, String message) throws IOException {
        Path file = npy(header, new byte[16]);
        assertThatThrownBy(() -> Npy.read(file))
                .isInstanceOf(TasteprintException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(message);
    }

    @Test
    void saysWhatIsNoArray() throws IOException {
        Path text = Files.writeString(folder.resolve("text.npy"), "track_id,0,1,2");
        assertThatThrownBy(() -> Npy.read(text)).isInstanceOf(TasteprintException.class).hasMessageContaining("magic");
        Path absent = folder.resolve("absent.npy");
        assertThatThrownBy(() -> Npy.read(absent)).isInstanceOf(TasteprintException.class).hasMessageContaining("no such");
    }

    private Path npy(String fields, byte[] data) throws IOException {
        byte[] header = ("{" + fields + "}\n").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer bytes = ByteBuffer.allocate(10 + header.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        bytes.putShort((short) header.length).put(header).put(data);
        return Files.write(Files.createTempFile(folder, "array", ".npy"), bytes.array());
    }
}
