package org.tasteprint.audio;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Loader;
import org.tasteprint.core.TasteprintException;

/** The command line that starts a worker: this JVM, a small heap, and of our class path what a decoder needs. */
final class WorkerCommand {
    /** Decoding steps back for whoever waits for an answer on the same cores. */
    private static final Path NICE = Path.of("/usr/bin/nice");

    private WorkerCommand() {}

    static List<String> of(Class<?> main) {
        Stream<String> polite = Files.isExecutable(NICE) ? Stream.of(NICE.toString(), "-n", "10") : Stream.empty();
        return Stream.concat(polite, java(main)).toList();
    }

    private static Stream<String> java(Class<?> main) {
        return Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-Xss1m",
                "-XX:MaxDirectMemorySize=64m",
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=1g",
                "-XX:+UseSerialGC",
                "-XX:+SuppressFatalErrorMessage", // a crash is an answer, not a file in the user's folder
                "-XX:-UsePerfData",
                "-Xlog:disable",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(main),
                main.getName());
    }

    private static String classPath(Class<?> main) {
        String platform = Loader.Detector.getPlatform();
        Set<String> places = new LinkedHashSet<>();
        Stream.of(main, DecoderWorker.class, TasteprintException.class, avutil.class, Loader.class)
                .forEach(type -> places.add(place(type.getResource("/" + type.getName().replace('.', '/') + ".class"))));
        places.add(place(library("javacpp", platform, "jnijavacpp")));
        places.add(place(library("ffmpeg", platform, "jniavutil")));
        return places.stream().filter(place -> !place.isEmpty()).collect(Collectors.joining(File.pathSeparator));
    }

    private static URL library(String module, String platform, String name) {
        return Loader.class.getResource(
                "/org/bytedeco/%s/%s/%s".formatted(module, platform, System.mapLibraryName(name)));
    }

    /** The archive or folder that a resource is in; empty when there is no such resource. */
    private static String place(URL resource) {
        if (resource == null) {
            return "";
        }
        String address = resource.toString();
        if (address.startsWith("jar:")) {
            return Path.of(URI.create(address.substring("jar:".length(), address.indexOf("!/")))).toString();
        }
        int root = address.lastIndexOf("/org/");
        return Path.of(URI.create(address.substring(0, root + 1))).toString();
    }
}
