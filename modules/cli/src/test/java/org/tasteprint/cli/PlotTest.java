package org.tasteprint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.audio.synth.Sound;
import org.tasteprint.audio.synth.WavFile;
import tools.jackson.databind.JsonNode;

class PlotTest {
    @TempDir
    Path folder;

    private Shell shell;
    private Path audio;

    @BeforeEach
    void makeSound() {
        shell = new Shell(folder.resolve("home"));
        float[] samples = new float[5 * 16_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * 440 * i / 16_000));
        }
        audio = folder.resolve("tone.wav");
        WavFile.write(audio, new Sound(16_000, List.of(samples)));
    }

    @Test
    void drawsAPanelAFeature() throws Exception {
        Path picture = folder.resolve("tone.png");
        JsonNode answer = shell.json(
                "plot", audio.toString(), "--features", "mel128,chroma-stft", "--start", "1s", "--length", "3s", "--out", picture.toString());
        assertThat(answer.get("file").asString()).isEqualTo(picture.toString());
        assertThat(answer.get("features")).extracting(JsonNode::asString).containsExactly("mel128", "chroma-stft");
        assertThat(answer.get("start").asDouble()).isEqualTo(1);
        assertThat(answer.get("seconds").asDouble()).isCloseTo(3, within(1e-6));
        BufferedImage image = ImageIO.read(picture.toFile());
        // The A of the tone is the brightest of the second panel's twelve rows.
        int bottom = image.getHeight() - 2 * 42;
        int rowOfA = bottom - (int) (9.5 / 12 * 232);
        assertThat(image.getRGB(960, rowOfA) & 0xffffff).isEqualTo(0xfcfdbf);
        assertThat(image.getRGB(960, bottom - 10) >> 16 & 0xff).as("C").isLessThan(80);
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(shell.run("plot", audio.toString(), "--features", "colour").err())
                .contains("feature 'colour' cannot be drawn; these can: mel128, mfcc");
        assertThat(shell.run("plot", audio.toString(), "--out", folder.resolve("x.gif").toString()).err())
                .contains("x.gif: pictures are written as .png or .svg");
        assertThat(shell.run("plot", audio.toString(), "--start", "9s", "--out", folder.resolve("x.png").toString()).err())
                .contains("tone.wav ends before 9.0 s");
        assertThat(shell.run("plot", audio.toString(), "--length", "soon").exitCode()).isEqualTo(2);
        assertThat(shell.run("plot", audio.toString(), "--length", "11m").exitCode()).isEqualTo(2);
    }
}
