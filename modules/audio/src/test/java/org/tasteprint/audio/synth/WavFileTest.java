package org.tasteprint.audio.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.core.TasteprintException;

class WavFileTest {
    @TempDir
    private Path folder;

    @Test
    void keepsSamplesTo16BitsAndChannelsInTheirOrder() throws Exception {
        Path file = folder.resolve("new/folder/tone.wav");
        WavFile.write(file, new Sound(8000, List.of(new float[] {0, 0.5f, -1}, new float[] {1, -0.25f, 2})));
        try (AudioInputStream audio = AudioSystem.getAudioInputStream(file.toFile())) {
            assertThat(audio.getFormat().getSampleRate()).isEqualTo(8000);
            assertThat(audio.getFormat().getChannels()).isEqualTo(2);
            assertThat(audio.getFormat().getSampleSizeInBits()).isEqualTo(16);
            assertThat(audio.getFrameLength()).isEqualTo(3);
            byte[] bytes = audio.readAllBytes();
            short[] values = new short[6];
            for (int i = 0; i < values.length; i++) {
                values[i] = (short) (bytes[2 * i] & 0xff | bytes[2 * i + 1] << 8);
            }
            assertThat(values).containsExactly(0, 32767, 16384, -8192, -32767, 32767);
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamedAndNothingIsLeft() throws Exception {
        Path file = Files.createFile(folder.resolve("occupied")).resolve("tone.wav");
        assertThatThrownBy(() -> WavFile.write(file, new Sound(8000, List.of(new float[10]))))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("tone.wav");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("occupied"));
        }
    }
}
