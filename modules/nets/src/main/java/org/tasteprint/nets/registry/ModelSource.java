package org.tasteprint.nets.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/** Where the files of models come from. */
sealed interface ModelSource extends AutoCloseable {
    /**
     * The source that a user names.
     *
     * @param from a folder, or the URL of one; empty for each model's own URL
     */
    static ModelSource of(Optional<String> from) {
        if (from.isPresent() && !from.get().matches("https?://.*")) {
            return new Folder(folder(from.get()));
        }
        return new Web(from.map(ModelSource::base));
    }

    /** Whether it has a file, as far as can be told without asking a host. */
    boolean has(ModelFile file);

    /**
     * Copies a file of a model to {@code out}.
     *
     * @param model what progress and errors call the model
     * @return the place it came from
     * @throws IOException when {@code out} cannot be written; every other failure is a {@link TasteprintException}
     */
    String copy(String model, ModelFile file, OutputStream out, Progress progress) throws IOException;

    @Override
    void close();

    private static Path folder(String from) {
        Path folder = from.startsWith("file:") ? Path.of(URI.create(from)) : Path.of(from);
        if (!Files.isDirectory(folder)) {
            throw new TasteprintException(
                    Kind.NOT_FOUND, "no folder %s: name a folder or an http(s) URL after --from".formatted(from));
        }
        return folder;
    }

    private static URI base(String from) {
        try {
            return URI.create(from.endsWith("/") ? from : from + "/");
        } catch (IllegalArgumentException e) {
            throw new TasteprintException(Kind.INVALID_INPUT, "--from %s is no URL".formatted(from), e);
        }
    }

    /** A folder of this machine. */
    record Folder(Path folder) implements ModelSource {
        @Override
        public boolean has(ModelFile file) {
            return file.places(folder).stream().anyMatch(Files::isReadable);
        }

        @Override
        public String copy(String model, ModelFile modelFile, OutputStream out, Progress progress) throws IOException {
            Path file = modelFile.places(folder).stream()
                    .filter(Files::isReadable)
                    .findFirst()
                    .orElseThrow(() -> new TasteprintException(
                            Kind.NOT_FOUND,
                            "no file %s: name a folder that holds it after --from".formatted(folder.resolve(modelFile.file()))));
            try (InputStream in = Files.newInputStream(file);
                    Progress.Task task = progress.begin("copying " + model, "bytes", Files.size(file))) {
                byte[] piece = new byte[1 << 16];
                for (int bytes = in.read(piece); bytes >= 0; bytes = in.read(piece)) {
                    out.write(piece, 0, bytes);
                    task.advance(bytes);
                }
            }
            return folder.toString();
        }

        @Override
        public void close() {}
    }

    /** The web; {@code base} replaces the folder of every model's URL. */
    record Web(Optional<URI> base, Download download) implements ModelSource {
        Web(Optional<URI> base) {
            this(base, new Download());
        }

        @Override
        public boolean has(ModelFile file) {
            return true;
        }

        @Override
        public String copy(String model, ModelFile file, OutputStream out, Progress progress) throws IOException {
            URI uri = base.map(folder -> folder.resolve(file.file())).or(file::url).orElseThrow();
            download.copy(uri, model, out, progress);
            return uri.toString();
        }

        @Override
        public void close() {
            download.close();
        }
    }
}
