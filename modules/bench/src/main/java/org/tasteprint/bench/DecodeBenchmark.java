package org.tasteprint.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tasteprint.audio.AudioFile;
import org.tasteprint.audio.LogMel;
import org.tasteprint.audio.Pcm;
import org.tasteprint.audio.Spectrogram;

/** From a file to its log-mel spectrogram, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DecodeBenchmark {
    /** A sound file; none stands for 30 seconds of music as MP3, 44.1 kHz, stereo, 192 kbit/s. */
    @Param("")
    public String file;

    private Path sound;

    @Setup
    public void make() throws IOException {
        sound = Path.of(file);
        if (file.isEmpty()) {
            sound = Files.createTempFile("tasteprint", ".mp3");
            Mp3File.write(sound, Music.stereo());
        }
    }

    @TearDown
    public void remove() throws IOException {
        if (file.isEmpty()) {
            Files.delete(sound);
        }
    }

    /** Decode and resample to 16 kHz mono. */
    @Benchmark
    public Pcm decoded() {
        return AudioFile.decode(sound, LogMel.SAMPLE_RATE_HZ);
    }

    /** Decode, resample and transform. */
    @Benchmark
    public Spectrogram logMel() {
        return LogMel.of(AudioFile.decode(sound, LogMel.SAMPLE_RATE_HZ));
    }
}
