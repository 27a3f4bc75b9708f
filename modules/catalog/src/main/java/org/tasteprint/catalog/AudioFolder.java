package org.tasteprint.catalog;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Gatherers;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/** Imports every sound file under a folder; hidden files and folders are passed over. */
final class AudioFolder {
    /** Files of a transaction: what is lost of an interrupted import. */
    private static final int BATCH = 500;

    private final Catalog catalog;
    private final TagReader tags;
    private final Tally tally;
    private final Progress progress;

    AudioFolder(Catalog catalog, TagReader tags, Tally tally, Progress progress) {
        this.catalog = catalog;
        this.tags = tags;
        this.tally = tally;
        this.progress = progress;
    }

    void run(Path folder) {
        List<Path> files = soundFiles(folder);
        if (files.isEmpty()) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT,
                    folder + " has neither a tracks.csv nor a sound file in it: give a dataset folder or a folder of music");
        }
        int threads = Runtime.getRuntime().availableProcessors();
        try (Progress.Task task = progress.begin("reading tags", "files", files.size())) {
            files.stream()
                    .gather(Gatherers.mapConcurrent(threads, file -> described(folder, file)))
                    .peek(file -> task.advance(1))
                    .gather(Gatherers.windowFixed(BATCH))
                    .forEach(this::store);
        }
        catalog.transaction(handle -> {
            SongMatch.refresh(handle);
            return handle;
        });
    }

    /** A file with its tags, or with the reason why it has none. */
    private record Described(String name, String id, Path path, FileTags tags, String failure) {}

    private Described described(Path folder, Path file) {
        String name = folder.relativize(file).toString();
        try {
            return new Described(name, TrackIds.of(folder.relativize(file)), file, tags.read(file), "");
        } catch (TasteprintException e) {
            return new Described(name, "", file, new FileTags("", "", "", 0, ""), e.getMessage());
        }
    }

    private void store(List<Described> files) {
        catalog.transaction(handle -> {
            Staging staging = TrackLoad.stage(handle);
            try (staging) {
                for (Described file : files) {
                    if (file.failure().isEmpty()) {
                        FileTags known = file.tags();
                        String title = known.title().isBlank() ? stem(file.path()) : known.title();
                        staging.row(
                                staging.rows() + 1,
                                file.id(),
                                file.path(),
                                clean(known.artist()),
                                clean(title),
                                clean(known.album()),
                                known.year(),
                                clean(known.genre()),
                                null);
                    } else {
                        tally.reject(file.name(), 0, file.failure());
                    }
                }
            }
            TrackLoad.store(handle, "", staging.rows(), tally);
            return files;
        });
    }

    private List<Path> soundFiles(Path folder) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                    return hidden(visited) && !visited.equals(folder)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && !hidden(file) && tags.accepts(file)) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    tally.reject(folder.relativize(file).toString(), 0, "cannot be read: " + e);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new TasteprintException(
                    Kind.UNAVAILABLE, "cannot read the folder %s: %s".formatted(folder, e.getMessage()), e);
        }
        Collections.sort(files);
        return files;
    }

    private static boolean hidden(Path file) {
        return file.getFileName() != null && file.getFileName().toString().startsWith(".");
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("(?<=.)[.][^.]*$", "");
    }

    /** PostgreSQL's text has no NUL; some taggers end theirs with one. */
    private static String clean(String text) {
        return text.replace("\0", "");
    }
}
