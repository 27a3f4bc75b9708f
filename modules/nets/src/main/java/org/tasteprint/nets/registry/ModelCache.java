package org.tasteprint.nets.registry;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.tasteprint.core.AtomicFile;
import org.tasteprint.core.Progress;
import org.tasteprint.core.Sha256;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.nets.musicnn.Musicnn;
import org.tasteprint.nets.musicnn.MusicnnWidths;

/**
 * The folder of models' files. A file enters it only when its SHA-256 is the published one; where none was published, when the network
 * can be loaded and has the outputs that the registry says. Safe for use by several threads.
 */
final class ModelCache {
    private final Path folder;
    private final Path shipped;
    private final Map<Path, Fingerprint> fingerprints = new ConcurrentHashMap<>();

    /** The hash of a file as it was when its size and time were these. */
    private record Fingerprint(long bytes, long modified, String sha256) {}

    /**
     * @param folder  made when it is needed
     * @param shipped where the models lie that come with the program
     */
    ModelCache(Path folder, Path shipped) {
        this.folder = folder;
        this.shipped = shipped;
    }

    /** The file of a model, when all of its files are here and have the published hashes. */
    Optional<Path> find(PretrainedModel model) {
        boolean sound = model.files().stream()
                .allMatch(file -> Files.isRegularFile(path(file))
                        && file.sha256().map(sha256(path(file))::equals).orElse(true));
        return sound ? Optional.of(path(model.files().getFirst())) : Optional.empty();
    }

    /** Whether all files of a model are here, whatever is in them. */
    boolean isComplete(PretrainedModel model) {
        return model.files().stream().allMatch(file -> Files.isRegularFile(path(file)));
    }

    /** What is wrong with a model that is here, looking at its files anew; empty when nothing is. */
    Optional<String> damage(PretrainedModel model) {
        String advice = model.shipped()
                ? "restore it from where Tasteprint came from"
                : "fetch it again with ./tasteprint models pull " + model.name();
        for (ModelFile file : model.files()) {
            Path path = path(file);
            fingerprints.remove(path);
            if (file.sha256().isPresent() && !file.sha256().get().equals(sha256(path))) {
                return Optional.of("%s is damaged (SHA-256 expected %s, found %s): %s"
                        .formatted(path, file.sha256().get(), sha256(path), advice));
            }
        }
        try {
            check(model, folder);
            return Optional.empty();
        } catch (TasteprintException e) {
            return Optional.of("%s; %s".formatted(e.getMessage(), advice));
        }
    }

    /** Takes a model's files from a source; none of them appears here before all are sound. */
    void add(PretrainedModel model, ModelSource source, Progress progress) {
        try {
            Path incoming = Files.createTempDirectory(Files.createDirectories(folder), "." + model.name());
            try {
                for (ModelFile file : model.files()) {
                    copy(model, file, source, incoming.resolve(file.file()), progress);
                }
                check(model, incoming);
                for (ModelFile file : model.files().reversed()) { // the one that is opened comes last
                    Files.move(incoming.resolve(file.file()), path(file), StandardCopyOption.ATOMIC_MOVE);
                }
            } finally {
                clear(incoming);
            }
        } catch (IOException e) {
            throw new TasteprintException(
                    Kind.UNAVAILABLE,
                    "cannot write to %s (%s): check the free space and its permissions".formatted(folder, e.getMessage()),
                    e);
        }
    }

    private static void copy(PretrainedModel model, ModelFile file, ModelSource source, Path target, Progress progress) {
        AtomicFile.write(target, out -> {
            DigestOutputStream digested = new DigestOutputStream(out, Sha256.digest());
            String origin = source.copy(model.name(), file, digested, progress);
            String found = Sha256.hexadecimal(digested.getMessageDigest());
            if (!file.sha256().map(found::equals).orElse(true)) {
                throw new TasteprintException(
                        Kind.INVALID_INPUT,
                        "%s from %s is not what the registry says (SHA-256 expected %s, found %s): take it from another source"
                                .formatted(file.file(), origin, file.sha256().get(), found));
            }
        });
    }

    /** Loads a network whose hash is not known, which verifies the checksums in a checkpoint, and looks at its widths. */
    private static void check(PretrainedModel model, Path folder) {
        if (model.sha256().isPresent()) {
            return;
        }
        Path file = folder.resolve(model.file());
        try (Musicnn musicnn = Musicnn.load(file)) {
            MusicnnWidths widths = musicnn.widths();
            String outputs = "max_pool %1$d, mean_pool %1$d, penultimate %2$d, taggram %3$d"
                    .formatted(widths.pooled(), widths.dense(), widths.tags());
            if (!outputs.equals(model.outputs())) {
                throw new TasteprintException(
                        Kind.INVALID_INPUT,
                        "%s is not %s: its outputs are %s, not %s".formatted(file, model.name(), outputs, model.outputs()));
            }
        }
    }

    private static void clear(Path incoming) throws IOException {
        try (Stream<Path> left = Files.list(incoming)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(incoming);
    }

    private Path path(ModelFile file) {
        return (file.url().isEmpty() ? shipped : folder).resolve(file.file());
    }

    /** The hash of a file, computed once, and again when its size or time changes. */
    String sha256(Path file) {
        try {
            long bytes = Files.size(file);
            long modified = Files.getLastModifiedTime(file).toMillis();
            Fingerprint known = fingerprints.get(file);
            if (known == null || known.bytes() != bytes || known.modified() != modified) {
                DigestOutputStream digested = new DigestOutputStream(OutputStream.nullOutputStream(), Sha256.digest());
                Files.copy(file, digested);
                known = new Fingerprint(bytes, modified, Sha256.hexadecimal(digested.getMessageDigest()));
                fingerprints.put(file, known);
            }
            return known.sha256();
        } catch (IOException e) {
            throw new TasteprintException(
                    Kind.UNAVAILABLE, "cannot read %s (%s): check its permissions".formatted(file, e.getMessage()), e);
        }
    }
}
