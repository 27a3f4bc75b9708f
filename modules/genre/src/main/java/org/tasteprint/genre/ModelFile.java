package org.tasteprint.genre;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tasteprint.core.Provenance;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.genre.classifier.LearningCurve;
import org.tasteprint.genre.classifier.Reduction;
import org.tasteprint.genre.classifier.SegmentClassifier;
import org.tasteprint.genre.decision.SongDecision;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.format.SafeTensors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A genre model as one safetensors file.
 *
 * <p>Tensors: {@code reduction.NAME}, {@code classifier.NAME} and, where neighbours decide, {@code neighbours.NAME}, as {@link Reduction} and
 * the {@link SegmentClassifier}s name them.
 * Metadata: {@code format}, and {@code model}, which is JSON: settings, labels, provenance and the learning curve.
 */
final class ModelFile {
    private static final String FORMAT = "tasteprint genre 5";
    private static final String REDUCTION = "reduction.";
    private static final String CLASSIFIER = "classifier.";
    private static final String NEIGHBOURS = "neighbours.";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What the metadata say. */
    private record Header(
            GenreSettings settings, List<String> labels, Provenance provenance, Optional<LearningCurve> learningCurve) {}

    private ModelFile() {}

    static void write(Path file, GenreModel model) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        model.reduction().tensors().forEach((name, tensor) -> tensors.put(REDUCTION + name, tensor));
        model.classifier().tensors().forEach((name, tensor) -> tensors.put(CLASSIFIER + name, tensor));
        model.neighbours().ifPresent(neighbours -> neighbours.tensors().forEach((name, tensor) -> tensors.put(NEIGHBOURS + name, tensor)));
        String header = JSON.writeValueAsString(
                new Header(model.settings(), model.labels(), model.provenance(), model.learningCurve()));
        SafeTensors.write(file, new SafeTensors.Content(tensors, Map.of("format", FORMAT, "model", header)));
    }

    static GenreModel read(Path file) {
        SafeTensors.Content content = content(file);
        if (!FORMAT.equals(content.metadata().get("format"))) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT,
                    "%s is no genre model of this version (format '%s'): run ./tasteprint train genre"
                            .formatted(file, content.metadata().getOrDefault("format", "none")));
        }
        try {
            Header header = JSON.readValue(content.metadata().get("model"), Header.class);
            return new GenreModel(
                    header.settings(),
                    header.labels(),
                    Reduction.of(named(content, REDUCTION)),
                    SegmentClassifier.of(header.settings().classifier(), named(content, CLASSIFIER)),
                    neighbours(header.settings(), content),
                    header.learningCurve(),
                    header.provenance());
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT, "%s is damaged (%s): run ./tasteprint train genre".formatted(file, e.getMessage()), e);
        }
    }

    private static Optional<SegmentClassifier> neighbours(GenreSettings settings, SafeTensors.Content content) {
        return settings.decision() instanceof SongDecision.Neighbours neighbours
                ? Optional.of(SegmentClassifier.of(GenreTrainer.knn(neighbours), named(content, NEIGHBOURS)))
                : Optional.empty();
    }

    private static SafeTensors.Content content(Path file) {
        if (Files.notExists(file)) {
            throw new TasteprintException(
                    Kind.NOT_FOUND, "there is no genre model %s: run ./tasteprint train genre".formatted(file));
        }
        return SafeTensors.read(file);
    }

    private static Map<String, Tensor> named(SafeTensors.Content content, String prefix) {
        Map<String, Tensor> named = new LinkedHashMap<>();
        content.tensors().forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                named.put(name.substring(prefix.length()), tensor);
            }
        });
        return named;
    }
}
