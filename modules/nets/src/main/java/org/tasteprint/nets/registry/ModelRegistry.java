package org.tasteprint.nets.registry;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pretrained models there are ({@code models/registry.json}) and those that are on this machine: published ones in
 * {@code models/cache}, and those that come with the program beside the registry.
 *
 * <p>A file enters the cache only when its SHA-256 is the registry's, or where none was published, when it holds the network
 * that the registry describes. Safe for use by several threads.
 */
public final class ModelRegistry {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();

    private final Map<String, PretrainedModel> models = new LinkedHashMap<>();
    private final ModelCache cache;

    /** The JSON file's root. */
    private record Listing(List<PretrainedModel> models) {}

    private ModelRegistry(ModelCache cache, Listing listing) {
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
            return new ModelRegistry(new ModelCache(modelsFolder.resolve("cache"), modelsFolder), MAPPER.readValue(file, Listing.class));
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
     * The file of a model where it is here and what the registry says. A file is hashed once, and again when its size
     * or time changes.
     *
     * @throws TasteprintException {@code NOT_FOUND} when there is no model of this name
     */
    public Optional<Path> cached(String name) {
        return cache.find(model(name));
    }

    /**
     * The hash of a model's file: the published one; where there is none, that of the file in the cache, or empty text when it is
     * not there.
     *
     * @throws TasteprintException {@code NOT_FOUND} when there is no model of this name
     */
    public String sha256(String name) {
        return model(name).sha256().or(() -> cached(name).map(cache::sha256)).orElse("");
    }

    /**
     * Fetches models into the cache. Those that are there are left alone, and a damaged one is replaced. Stops at the first
     * that fails; what was fetched before stays.
     *
     * @param names of the models; none means all whose hashes were published, and of a folder, those of them that it holds
     * @param from  a folder, or the URL of one, that holds the files under their own names; empty for each model's own URL
     * @throws TasteprintException {@code NOT_FOUND} when a name or a file is not there, {@code INVALID_INPUT} when a file is
     *     not what it should be, {@code UNAVAILABLE} when a host cannot be reached (within five seconds) or the cache not be written
     */
    public PullReport pull(Collection<String> names, Optional<String> from, Progress progress) {
        List<String> pulled = new ArrayList<>();
        List<String> present = new ArrayList<>();
        try (ModelSource source = ModelSource.of(from)) {
            List<PretrainedModel> wanted = names.isEmpty() ? available(source) : names.stream().map(this::model).toList();
            for (PretrainedModel model : wanted) {
                if (cached(model.name()).isPresent()) {
                    present.add(model.name());
                } else if (model.shipped()) {
                    throw new TasteprintException(
                            Kind.NOT_FOUND,
                            "%s comes with Tasteprint, but its file is missing or damaged: restore models/%s from where Tasteprint came from"
                                    .formatted(model.name(), model.file()));
                } else {
                    cache.add(model, source, progress);
                    pulled.add(model.name());
                }
            }
        }
        if (pulled.isEmpty() && present.isEmpty()) {
            throw new TasteprintException(
                    Kind.NOT_FOUND,
                    "%s holds no weights: there are %s"
                            .formatted(from.orElse("the registry"), models.values().stream()
                                    .map(PretrainedModel::file)
                                    .collect(Collectors.joining(", "))));
        }
        return new PullReport(pulled, present);
    }

    private List<PretrainedModel> available(ModelSource source) {
        return models.values().stream()
                .filter(model -> model.sha256().isPresent() && !model.shipped())
                .filter(model -> cached(model.name()).isPresent() || model.files().stream().allMatch(source::has))
                .toList();
    }

    /** Looks at every file of the cache anew: at its hash, or where none was published, at what is in it. */
    public VerifyReport verify() {
        List<String> sound = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<VerifyReport.Damage> damaged = new ArrayList<>();
        for (PretrainedModel model : models.values()) {
            if (!cache.isComplete(model)) {
                missing.add(model.name());
                continue;
            }
            cache.damage(model)
                    .ifPresentOrElse(
                            reason -> damaged.add(new VerifyReport.Damage(model.name(), reason)),
                            () -> sound.add(model.name()));
        }
        return new VerifyReport(sound, missing, damaged);
    }
}
