package org.tasteprint.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tasteprint.audio.LogMel;
import org.tasteprint.audio.Pcm;
import org.tasteprint.audio.Spectrogram;

/** The log-mel front end: seconds of sound a second, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LogMelBenchmark {
    private static final int SECONDS = 30;

    private final Pcm sound = new Pcm(Throughput.noise(SECONDS * LogMel.SAMPLE_RATE_HZ), LogMel.SAMPLE_RATE_HZ);

    @Benchmark
    @OperationsPerInvocation(SECONDS)
    public Spectrogram secondsOfSound() {
        return LogMel.of(sound);
    }
}
