package org.tasteprint.nets.registry;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tasteprint.core.AtomicFile;
import org.tasteprint.core.Progress;
import org.tasteprint.core.Sha256;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pretrained models there are ({@code models/registry.json}) and those that are on this machine ({@code models/cache}).
 *
 * <p>A file enters the cache only when its SHA-256 is the registry's. Safe for use by several threads.
 */
public final class ModelRegistry {
    private final Map<String, PretrainedModel> models = new LinkedHashMap<>();
    private final Path cache;
    private final Map<Path, Fingerprint> fingerprints = new ConcurrentHashMap<>();

    /** The JSON file's root. */
    private record Listing(List<PretrainedModel> models) {}

    /** The hash of a file as it was when its size and time were these. */
    private record Fingerprint(long bytes, long modified, String sha256) {}

    private ModelRegistry(Path cache, Listing listing) {
        this.cache = cache;
        for (PretrainedModel model : requireNonNull(listing.models(), "models is missing")) {
            if (models.put(model.name(), model) != null) {
                throw new IllegalArgumentException("the model %s is there twice".formatted(model.name()));
            }
        }
    }

    /**
     * Reads {@code registry.json} in a folder; the cache is its subfolder {@code cache}, made when it is needed.
     *
     * @throws TasteprintException {@code NOT_FOUND} or {@code INVALID_INPUT}, when there is no registry or it is damaged
     */
    public static ModelRegistry open(Path modelsFolder) {
        Path file = modelsFolder.resolve("registry.json");
        if (!Files.isReadable(file)) {
            throw new TasteprintException(Kind.NOT_FOUND, "no model registry at %s: install it again".formatted(file));
        }
        try {
            return new ModelRegistry(
                    modelsFolder.resolve("cache"), JsonMapper.shared().readValue(file, Listing.class));
        } catch (JacksonException | NullPointerException | IllegalArgumentException e) {
            String reason = e instanceof JacksonException json ? json.getOriginalMessage() : e.getMessage();
            throw new TasteprintException(Kind.INVALID_INPUT, "%s is damaged (%s): mend it".formatted(file, reason), e);
        }
    }

    /** All models, in the order of the registry. */
    public List<PretrainedModel> models() {
        return List.copyOf(models.values());
    }

    /** @throws TasteprintException {@code NOT_FOUND} when there is no model of this name */
    public PretrainedModel model(String name) {
        PretrainedModel model = models.get(name);
        if (model == null) {
            throw new TasteprintException(
                    Kind.NOT_FOUND, "no model %s: there are %s".formatted(name, String.join(", ", models.keySet())));
        }
        return model;
    }

    /**
     * The file of a model where it is in the cache and what the registry says. A file is hashed once, and again when its size
     * or time changes.
     *
     * @throws TasteprintException {@code NOT_FOUND} when there is no model of this name
     */
    public Optional<Path> cached(String name) {
        PretrainedModel model = model(name);
        Path file = file(model);
        return Files.isRegularFile(file) && sha256(file).equals(model.sha256()) ? Optional.of(file) : Optional.empty();
    }

    /**
     * Fetches models into the cache. Those that are there are left alone, and a damaged one is replaced. Stops at the first
     * that fails; what was fetched before stays.
     *
     * @param names of the models; none means all
     * @param from  a folder, or the URL of one, that holds the files under their own names; empty for each model's own URL
     * @throws TasteprintException {@code NOT_FOUND} when a name or a file is not there, {@code INVALID_INPUT} when a file's hash
     *     is wrong, {@code UNAVAILABLE} when a host cannot be reached (within five seconds) or the cache not be written
     */
    public PullReport pull(Collection<String> names, Optional<String> from, Progress progress) {
        List<PretrainedModel> wanted = names.isEmpty() ? models() : names.stream().map(this::model).toList();
        List<String> pulled = new ArrayList<>();
        List<String> present = new ArrayList<>();
        try (ModelSource source = ModelSource.of(from)) {
            for (PretrainedModel model : wanted) {
                if (cached(model.name()).isPresent()) {
                    present.add(model.name());
                } else {
                    pull(model, source, progress);
                    pulled.add(model.name());
                }
            }
        }
        return new PullReport(pulled, present);
    }

    private void pull(PretrainedModel model, ModelSource source, Progress progress) {
        AtomicFile.write(file(model), out -> {
            DigestOutputStream digested = new DigestOutputStream(out, Sha256.digest());
            String origin = source.copy(model, digested, progress);
            String found = Sha256.hexadecimal(digested.getMessageDigest());
            if (!found.equals(model.sha256())) {
                throw new TasteprintException(
                        Kind.INVALID_INPUT,
                        "%s from %s is not what the registry says (SHA-256 expected %s, found %s): take it from another source"
                                .formatted(model.file(), origin, model.sha256(), found));
            }
        });
    }

    /** Hashes every file of the cache anew and compares it with the registry. */
    public VerifyReport verify() {
        List<String> sound = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<VerifyReport.Damage> damaged = new ArrayList<>();
        for (PretrainedModel model : models.values()) {
            Path file = file(model);
            fingerprints.remove(file);
            if (!Files.isRegularFile(file)) {
                missing.add(model.name());
            } else if (sha256(file).equals(model.sha256())) {
                sound.add(model.name());
            } else {
                damaged.add(new VerifyReport.Damage(
                        model.name(),
                        "%s is damaged (SHA-256 expected %s, found %s): fetch it again with ./tasteprint models pull %s"
                                .formatted(file, model.sha256(), sha256(file), model.name())));
            }
        }
        return new VerifyReport(sound, missing, damaged);
    }

    private Path file(PretrainedModel model) {
        return cache.resolve(model.file());
    }

    private String sha256(Path file) {
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
