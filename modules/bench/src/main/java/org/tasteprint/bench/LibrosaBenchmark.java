package org.tasteprint.bench;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
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
import org.openjdk.jmh.annotations.Warmup;
import org.tasteprint.audio.Pcm;
import org.tasteprint.audio.Spectrogram;
import org.tasteprint.audio.librosa.LibrosaFeature;
import org.tasteprint.audio.librosa.LibrosaFeatures;

/** librosa's features of a 30-second clip at 22 050 Hz, on one thread: each alone, and all nine together. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LibrosaBenchmark {
    /** A feature, or {@code all}. */
    @Param({
        "all", "mel128", "mfcc", "mfcc-delta", "mfcc-delta2", "chroma-cens", "chroma-cqt", "chroma-stft", "tonnetz", "tempogram"
    })
    public String feature;

    private Pcm clip;
    private Set<LibrosaFeature> wanted;

    @Setup
    public void prepare() {
        clip = Music.clip(LibrosaFeatures.SAMPLE_RATE_HZ);
        wanted = LibrosaFeature.of(feature).map(EnumSet::of).orElseGet(() -> EnumSet.allOf(LibrosaFeature.class));
    }

    @Benchmark
    public Map<LibrosaFeature, Spectrogram> clip() {
        return LibrosaFeatures.of(clip, wanted);
    }
}
