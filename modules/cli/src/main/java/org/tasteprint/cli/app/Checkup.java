package org.tasteprint.cli.app;

import ai.djl.engine.Engine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tasteprint.audio.AudioFile;
import org.tasteprint.audio.DecoderPool;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.plots.PictureFile;

/** Looks at everything Tasteprint rests on: JDK, native libraries, processor, memory, disk, database, weights. */
public final class Checkup {
    private static final int JDK = 25;
    private static final long GIB = 1L << 30;
    private final Workspace workspace;

    /** The result of a check-up. */
    public record Result(boolean healthy, List<Finding> checks) {}

    /**
     * One thing looked at.
     *
     * @param state  {@code ok}, {@code warning} (works, but not as well as it could) or {@code broken}
     * @param found  what was found
     * @param remedy how to mend it, empty when there is nothing to mend
     */
    public record Finding(String name, String state, String found, String remedy) {
        static Finding ok(String name, String found) {
            return new Finding(name, "ok", found, "");
        }

        static Finding warning(String name, String found, String remedy) {
            return new Finding(name, "warning", found, remedy);
        }

        static Finding broken(String name, String found, String remedy) {
            return new Finding(name, "broken", found, remedy);
        }
    }

    /** A check-up of a workspace and the machine it is on. */
    public Checkup(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Looks at everything; a check that fails does not keep the others from running. */
    public Result run() {
        List<Finding> findings = Stream.<Supplier<Finding>>of(
                        Checkup::jdk,
                        Checkup::processor,
                        Checkup::memory,
                        this::home,
                        () -> library("pytorch", Checkup::pytorch, "the network engine"),
                        () -> library("ffmpeg", () -> "FFmpeg " + AudioFile.ffmpegVersion(), "the audio decoder"),
                        Checkup::decoders,
                        Checkup::fonts,
                        Checkup::allocator,
                        this::database,
                        this::weights)
                .map(Supplier::get)
                .toList();
        return new Result(findings.stream().noneMatch(finding -> finding.state().equals("broken")), findings);
    }

    private static Finding jdk() {
        String found = "%s, %s".formatted(Runtime.version(), System.getProperty("java.vendor"));
        return Runtime.version().feature() >= JDK
                ? Finding.ok("jdk", found)
                : Finding.broken("jdk", found, "install a JDK %d or newer: https://adoptium.net".formatted(JDK));
    }

    private static Finding processor() {
        return Finding.ok(
                "processor",
                "%d cores, %s%s".formatted(Runtime.getRuntime().availableProcessors(), System.getProperty("os.arch"), vectorUnits()));
    }

    /** What the kernel says of the vector units; nothing where there is no /proc. */
    private static String vectorUnits() {
        Path cpuinfo = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(cpuinfo)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(cpuinfo)) {
            String flags = lines.filter(line -> line.startsWith("flags")).findFirst().orElse("");
            List<String> units = Stream.of("avx2", "avx512f", "avx512_bf16", "amx_bf16")
                    .filter(unit -> flags.matches(".*\\b" + unit + "\\b.*"))
                    .toList();
            return units.isEmpty() ? ", no AVX2" : ", " + String.join(" ", units);
        } catch (IOException e) {
            return "";
        }
    }

    private static Finding memory() {
        long total = ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 0;
        String found = "%.1f GiB, of which %.1f for the heap"
                .formatted((double) total / GIB, (double) Runtime.getRuntime().maxMemory() / GIB);
        return total == 0 || total >= 6 * GIB
                ? Finding.ok("memory", found)
                : Finding.warning("memory", found, "6 GiB are comfortable; set TASTEPRINT_JAVA_OPTS=-Xmx1g to keep the heap small");
    }

    private Finding home() {
        Path home = workspace.settings().home();
        try {
            Files.createDirectories(home);
            long free = Files.getFileStore(home).getUsableSpace();
            String found = "%s, %.1f GiB free".formatted(home, (double) free / GIB);
            if (!Files.isWritable(home)) {
                return Finding.broken("home", found, "it cannot be written: choose another with --home");
            }
            return free >= 2 * GIB
                    ? Finding.ok("home", found)
                    : Finding.warning("home", found, "features take about 0.2 MB a track: make room, or choose another with --home");
        } catch (IOException e) {
            return Finding.broken("home", home + ": " + e, "choose another with --home");
        }
    }

    private static Finding library(String name, Supplier<String> version, String purpose) {
        try {
            return Finding.ok(name, version.get());
        } catch (RuntimeException | LinkageError e) {
            return Finding.broken(
                    name,
                    "%s does not load: %s".formatted(purpose, e.getMessage()),
                    "there is a build of it for Linux and macOS on x86-64 and 64-bit Arm; on another machine use one of those in a container");
        }
    }

    private static Finding decoders() {
        long start = System.nanoTime();
        try (DecoderPool decoders = new DecoderPool()) {
            decoders.awaitReady();
            return Finding.ok("decoders", "a process to decode in starts in %.1f s".formatted((System.nanoTime() - start) / 1e9));
        } catch (TasteprintException e) {
            return Finding.broken(
                    "decoders",
                    e.getMessage(),
                    "files are decoded in processes of their own, each with up to 300 MB: free memory, or raise `ulimit -u`");
        }
    }

    private static Finding fonts() {
        try {
            return Finding.ok("fonts", PictureFile.font());
        } catch (TasteprintException e) {
            return Finding.warning("fonts", "Java finds none: 'plot' cannot draw", "install some (Debian: apt install fontconfig fonts-dejavu-core)");
        }
    }

    private static String pytorch() {
        Engine engine = Engine.getEngine("PyTorch");
        return "PyTorch " + engine.getVersion() + ", " + engine.defaultDevice();
    }

    private static Finding allocator() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        return !linux || System.getenv("MALLOC_MMAP_THRESHOLD_") != null
                ? Finding.ok("allocator", linux ? "keeps the memory of tensors" : "the system's")
                : Finding.warning("allocator", "gives the memory of tensors back too eagerly", "start through ./tasteprint, which sets MALLOC_…: networks run about three times as fast");
    }

    private Finding database() {
        try {
            return Finding.ok("database", "PostgreSQL %s, %s"
                    .formatted(workspace.catalog().serverVersion(), workspace.settings().database().isPresent() ? "external" : "embedded"));
        } catch (TasteprintException e) {
            return Finding.broken("database", e.getMessage(), "");
        }
    }

    private Finding weights() {
        return Defaults.networksAreHere(workspace.registry())
                ? Finding.ok("weights", "of " + String.join(", ", Defaults.networks()))
                : Finding.warning(
                        "weights",
                        "of %s are not here: features come from the network that Tasteprint brings along, and log-mel statistics".formatted(String.join(", ", Defaults.networks())),
                        "./tasteprint models pull (or --from a folder that has them)");
    }
}
