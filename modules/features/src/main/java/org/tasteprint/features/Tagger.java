package org.tasteprint.features;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.nets.registry.ModelRegistry;
import org.tasteprint.nets.registry.PretrainedModel;

/** Tags files with the networks over windows of 3 seconds. Safe for use by several threads. */
public final class Tagger {
    private final ModelRegistry registry;
    private final FeatureExtractor extractor;

    /**
     * @param registry  knows the networks' tags
     * @param extractor runs them
     */
    public Tagger(ModelRegistry registry, FeatureExtractor extractor) {
        this.registry = requireNonNull(registry, "registry is null");
        this.extractor = requireNonNull(extractor, "extractor is null");
    }

    /** Names of the networks that tag windows, whether or not their weights are here. */
    public List<String> models() {
        return registry.models().stream()
                .filter(model -> !model.tags().isEmpty())
                .map(PretrainedModel::name)
                .filter(name -> extractor.supported().contains(feature(name)))
                .filter(name -> extractor.rows(feature(name)) == Rows.SEGMENTS)
                .toList();
    }

    /**
     * Listens to a file.
     *
     * @param model one of {@link #models()}
     * @throws TasteprintException {@code NOT_FOUND} when there is no such network, {@code UNAVAILABLE} when its weights are not
     *     here; otherwise as {@link FeatureExtractor#extract}
     */
    public Taggram listen(Path audio, String model, Hop hop) {
        if (!models().contains(model)) {
            throw new TasteprintException(
                    Kind.NOT_FOUND, "no network %s tags music: there are %s".formatted(model, String.join(", ", models())));
        }
        String feature = feature(model);
        FeatureMatrix rows = extractor.extract(audio, audio.toString(), Set.of(feature), hop).get(feature);
        return new Taggram(
                model,
                registry.model(model).tags(),
                IntStream.range(0, rows.rows()).mapToObj(window -> Taggram.seconds(window * hop.frames())).toList(),
                IntStream.range(0, rows.rows()).mapToObj(rows::row).toList());
    }

    private static String feature(String model) {
        return model + FeatureNames.TAGGRAM;
    }
}
