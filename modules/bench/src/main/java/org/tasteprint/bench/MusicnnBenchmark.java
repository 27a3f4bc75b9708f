package org.tasteprint.bench;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tasteprint.nets.Patches;
import org.tasteprint.nets.musicnn.Musicnn;

/** musicnn: 3-second patches a second. {@code -p weights=FILE} names the weights. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class MusicnnBenchmark {
    private static final int PATCHES = 32;

    /** File of the weights. */
    @Param("models/cache/MSD_musicnn.h5")
    public String weights;

    private final float[] patches = Throughput.noise(PATCHES * Patches.SIZE);
    private Musicnn musicnn;

    @Setup
    public void load() {
        musicnn = Musicnn.load(Path.of(weights));
    }

    @TearDown
    public void close() {
        musicnn.close();
    }

    @Benchmark
    @OperationsPerInvocation(PATCHES)
    public Musicnn.Activations patches() {
        return musicnn.analyse(Patches.separate(patches, PATCHES));
    }
}
