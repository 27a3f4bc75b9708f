package org.tasteprint.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.audio.AudioException.Fault;
import org.tasteprint.core.TasteprintException;

class DecoderPoolTest {
    private static final Excerpt WHOLE = new Excerpt.Whole();

    private static DecoderPool pool;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        pool = new DecoderPool();
        pool.warmUp(1);
    }

    @AfterAll
    static void stop() {
        List<Long> pids = pool.pids();
        pool.close();
        assertThat(pids).isNotEmpty().noneMatch(DecoderPoolTest::lives);
    }

    private static boolean lives(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    private Path noise(String name, int seconds) throws IOException {
        return Signals.writeWav(folder.resolve(name), 16_000, Signals.pcm16(Signals.noise(seconds * 16_000, seconds)));
    }

    private static float[] decode(AudioReader reader, Path file, int rate, Excerpt excerpt) {
        SampleBuffer sound = new SampleBuffer();
        Reading reading = reader.stream(file, rate, excerpt, sound);
        float[] samples = sound.toArray();
        assertThat(reading.samples()).isEqualTo(samples.length);
        return samples;
    }

    @Test
    void givesWhatADecoderInThisProcessGives() throws IOException {
        Path file = noise("noise.wav", 5);
        for (int rate : List.of(16_000, 22_050)) {
            for (Excerpt excerpt : List.of(WHOLE, new Excerpt.Middle(Duration.ofMillis(1234)))) {
                assertThat(decode(pool, file, rate, excerpt)).isEqualTo(decode(AudioFile::stream, file, rate, excerpt));
            }
        }
    }

    @Test
    void everyFaultComesThroughWithTheNameThatWasGiven() throws IOException {
        assertFault(Path.of("no such file.mp3"), Fault.NOT_FOUND);
        assertFault(folder, Fault.NOT_READABLE);
        assertFault(Files.createFile(folder.resolve("empty.mp3")), Fault.EMPTY);
        assertFault(Files.writeString(folder.resolve("text.mp3"), "no sound at all\n".repeat(500)), Fault.NOT_AUDIO);
        byte[] whole = Files.readAllBytes(noise("whole.wav", 2));
        Path cut = Files.write(folder.resolve("cut.wav"), Arrays.copyOf(whole, 20_044));
        assertThat(pool.stream(cut, 16_000, WHOLE, (_, _, _) -> {}).flaw()).startsWith("it is cut off");
    }

    private static void assertFault(Path file, Fault fault) {
        AudioException thrown =
                catchThrowableOfType(AudioException.class, () -> pool.stream(file, 16_000, WHOLE, (_, _, _) -> {}));
        assertThat(thrown).as(file.toString()).isNotNull();
        assertThat(thrown.fault()).isEqualTo(fault);
        assertThat(thrown).hasMessage(
                catchThrowableOfType(AudioException.class, () -> AudioFile.decode(file, 16_000)).getMessage());
    }

    @Test
    void aWorkerThatDiesOverAFileIsReplacedAndNothingIsHeardTwice() throws IOException {
        Path file = noise("long.wav", 60);
        SampleBuffer sound = new SampleBuffer();
        boolean[] killed = {false};
        pool.stream(file, 16_000, WHOLE, (samples, from, count) -> {
            sound.accept(samples, from, count);
            if (!killed[0]) {
                killed[0] = true;
                pool.pids().forEach(DecoderPoolTest::kill);
            }
        });
        assertThat(sound.toArray()).isEqualTo(AudioFile.decode(file, 16_000).samples());
    }

    @Test
    void aFileThatKillsTwoWorkersIsRefusedAndTheNextIsRead() throws IOException {
        Path file = noise("deadly.wav", 60);
        SampleSink killer = (_, _, _) -> pool.pids().forEach(DecoderPoolTest::kill);
        AudioException thrown =
                catchThrowableOfType(AudioException.class, () -> pool.stream(file, 16_000, WHOLE, killer));
        assertThat(thrown.fault()).isEqualTo(Fault.DECODER_CRASHED);
        assertThat(thrown).hasMessageStartingWith("cannot read " + file + ": it crashes the decoder; ");
        assertThat(decode(pool, noise("next.wav", 2), 16_000, WHOLE)).hasSize(32_000);
    }

    @Test
    void aListenerThatGivesUpLeavesTheWorkersInOrder() throws IOException {
        Path file = noise("long.wav", 60);
        assertThatThrownBy(() -> pool.stream(file, 16_000, WHOLE, (_, _, _) -> {
                    throw new CancellationException("enough");
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(decode(pool, noise("next.wav", 2), 16_000, WHOLE)).hasSize(32_000);
    }

    @Test
    void severalFilesAreDecodedAtATime() throws IOException {
        Path file = noise("shared.wav", 3);
        float[] alone = AudioFile.decode(file, 22_050).samples();
        assertThat(IntStream.range(0, 16).parallel().mapToObj(i -> decode(pool, file, 22_050, WHOLE)).toList())
                .allSatisfy(samples -> assertThat(samples).isEqualTo(alone));
        assertThat(pool.pids()).hasSizeLessThanOrEqualTo(Runtime.getRuntime().availableProcessors());
    }

    /** Gets ready, takes a file and is never heard of again, as a decoder that hangs in a packet. */
    static final class HangingWorker {
        public static void main(String[] arguments) throws IOException {
            System.out.write(WorkerProtocol.READY);
            System.out.flush();
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void aDecoderThatHangsIsEndedAtTheTimeLimit() throws IOException {
        Path file = noise("endless.wav", 1);
        try (DecoderPool hanging = new DecoderPool(WorkerCommand.of(HangingWorker.class), Duration.ofMillis(100), 1)) {
            AudioException thrown =
                    catchThrowableOfType(AudioException.class, () -> hanging.stream(file, 16_000, WHOLE, (_, _, _) -> {}));
            assertThat(thrown.fault()).isEqualTo(Fault.TIMED_OUT);
        }
    }

    @Test
    void aSlowListenerIsNoReasonToGiveUpAFile() throws IOException {
        Path file = noise("long.wav", 60);
        try (DecoderPool strict = new DecoderPool(WorkerCommand.of(DecoderWorker.class), Duration.ofMillis(500), 1)) {
            boolean[] slept = {false};
            Reading reading = strict.stream(file, 16_000, WHOLE, (_, _, _) -> {
                if (!slept[0]) {
                    slept[0] = true;
                    sleep(Duration.ofSeconds(1));
                }
            });
            assertThat(reading.samples()).isEqualTo(960_000);
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** JIT compilers and caches take some megabytes in the first rounds; a leak of 100 KB a file would take 24 MB in two. */
    @Test
    void aWorkersMemoryStaysWhereItIsFileAfterFile() throws IOException {
        Path statm = Path.of("/proc/self/statm");
        assumeTrue(Files.isReadable(statm), "skipped: this system does not tell");
        List<Path> files;
        try (Stream<Path> odd = Files.list(SharedData.folder("oddaudio"))) {
            files = odd.sorted().toList();
        }
        try (DecoderPool one = new DecoderPool(WorkerCommand.of(DecoderWorker.class), AudioFile.TIME_LIMIT, 1)) {
            one.warmUp(1);
            long pid = one.pids().getFirst();
            List<Long> residentBytes = new ArrayList<>();
            for (int round = 0; round < 4; round++) {
                for (Path file : files) {
                    try {
                        one.stream(file, 16_000, WHOLE, (_, _, _) -> {});
                    } catch (AudioException e) {
                        // as it should be: a third of them cannot be read
                    }
                }
                String pages = Files.readString(Path.of("/proc/" + pid + "/statm")).split(" ")[1];
                residentBytes.add(Long.parseLong(pages) * 4096);
            }
            assertThat(one.pids()).containsExactly(pid);
            assertThat(residentBytes.getLast() - residentBytes.get(1)).isLessThan(24 << 20);
        }
    }

    @Test
    void saysSoWhenNoWorkerStarts() throws IOException {
        Path file = noise("noise.wav", 1);
        for (List<String> command : List.of(List.of("/no/such/java"), List.of("false"))) {
            try (DecoderPool broken = new DecoderPool(command, Duration.ofSeconds(1), 1)) {
                assertThatThrownBy(broken::awaitReady).isInstanceOf(TasteprintException.class);
                assertThatThrownBy(() -> broken.stream(file, 16_000, WHOLE, (_, _, _) -> {}))
                        .isInstanceOf(TasteprintException.class)
                        .extracting(e -> ((TasteprintException) e).kind())
                        .isEqualTo(TasteprintException.Kind.UNAVAILABLE);
            }
        }
    }

    @Test
    void aWorkerEndsWhenItsPoolIsGone() throws Exception {
        Process worker = new ProcessBuilder(WorkerCommand.of(DecoderWorker.class)).start();
        assertThat(worker.getInputStream().read()).isEqualTo(WorkerProtocol.READY);
        worker.getOutputStream().close();
        assertThat(worker.waitFor(Duration.ofSeconds(10))).isTrue();
    }
}
