package org.tasteprint.taste;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.core.Vectors;
import org.tasteprint.features.FeatureStore;
import org.tasteprint.nets.Tensor;
import org.tasteprint.taste.shared.SharedTaste;
import org.tasteprint.taste.sound.Mix;
import org.tasteprint.taste.sound.SoundRegression;
import org.tasteprint.taste.tower.PatchInput;
import org.tasteprint.taste.tower.Standardisation;
import org.tasteprint.taste.tower.Summaries;
import org.tasteprint.taste.tower.SummaryInput;
import org.tasteprint.taste.tower.TasteSettings;
import org.tasteprint.taste.tower.Tower;
import org.tasteprint.taste.tower.TowerInference;
import org.tasteprint.taste.tower.TowerInput;

/**
 * What gives tracks their vectors, from sound alone.
 *
 * @param settings        of the training that it comes from
 * @param standardisation of tracks' summaries
 * @param shared          coordinate 0
 * @param regression      where listeners put sounds
 * @param mix             of regression and tower
 * @param tower           parameters, by name
 */
record TrackEmbedding(
        TasteSettings settings,
        Standardisation standardisation,
        SharedTaste shared,
        SoundRegression regression,
        Mix mix,
        Map<String, Tensor> tower) {
    TrackEmbedding {
        requireNonNull(settings, "settings is null");
        requireNonNull(standardisation, "standardisation is null");
        requireNonNull(shared, "shared is null");
        requireNonNull(regression, "regression is null");
        requireNonNull(mix, "mix is null");
        tower = Collections.unmodifiableMap(new LinkedHashMap<>(tower));
    }

    /** As {@link TasteModel#derive}. */
    FeatureMatrix derive(Map<String, FeatureMatrix> inputs) {
        List<FeatureMatrix> means = new ArrayList<>();
        for (String name : settings.tower().inputs()) {
            FeatureMatrix input = inputs.get(name);
            if (input == null) {
                throw new IllegalArgumentException("the input %s is missing; inputs=%s".formatted(name, inputs.keySet()));
            }
            means.add(input.meanPerTrack());
        }
        Summaries summaries = Summaries.joined(means);
        List<String> ids = List.copyOf(summaries.trackIds());
        return vectors(ids, summaries, rows -> switch (settings.tower()) {
            case Tower.Features _ -> new SummaryInput(rows, summaries.width());
            case Tower.Conv _, Tower.Tuned _ -> PatchInput.of(inputs.get(settings.tower().inputs().getFirst()), ids);
        });
    }

    /** As {@link TasteModel#embed}. */
    FeatureMatrix embed(FeatureStore store, Collection<String> trackIds) {
        Summaries summaries = Summaries.read(store, settings, trackIds);
        List<String> ids = trackIds.stream().filter(summaries.trackIds()::contains).toList();
        return vectors(ids, summaries, rows -> TrainingView.input(settings, store, ids, rows));
    }

    /** As {@link TasteModel#embedTogether}. */
    FeatureMatrix embedTogether(FeatureStore store, Map<String, List<String>> groups) {
        Summaries summaries = Summaries.read(store, settings, groups.values().stream().flatMap(List::stream).toList());
        Map<String, List<String>> heard = new LinkedHashMap<>();
        groups.forEach((name, ids) -> {
            List<String> known = ids.stream().filter(summaries.trackIds()::contains).toList();
            if (!known.isEmpty()) {
                heard.put(name, known);
            }
        });
        List<float[]> means = standardisation.apply(heard.values().stream().map(summaries::of).map(Vectors::mean).toList());
        float[][] towered = switch (settings.tower()) {
            case Tower.Features _ -> towered(new SummaryInput(means, summaries.width()), means.size());
            case Tower.Conv _, Tower.Tuned _ -> heard.values().stream()
                    .map(ids -> towered(TrainingView.input(settings, store, ids, summaries.of(ids)), ids.size()))
                    .map(vectors -> Vectors.normalized(Vectors.mean(Arrays.asList(vectors))))
                    .toArray(float[][]::new);
        };
        return vectors(List.copyOf(heard.keySet()), means, towered);
    }

    private FeatureMatrix vectors(
            List<String> ids, Summaries summaries, Function<List<float[]>, TowerInput> input) {
        if (summaries.width() != standardisation.mean().length) {
            throw new TasteprintException(
                    Kind.CONFLICT,
                    "the taste model was trained on %d values a track, not %d: the features %s have changed; train taste again"
                            .formatted(standardisation.mean().length, summaries.width(), settings.tower().inputs()));
        }
        List<float[]> rows = standardisation.apply(summaries.of(ids));
        return vectors(ids, rows, towered(input.apply(rows), rows.size()));
    }

    private float[][] towered(TowerInput input, int tracks) {
        try (TowerInference inference = new TowerInference(settings, tower)) {
            return inference.embed(input, IntStream.range(0, tracks).toArray());
        }
    }

    private FeatureMatrix vectors(List<String> ids, List<float[]> rows, float[][] towered) {
        float[] values = new float[ids.size() * settings.dimensions()];
        for (int i = 0; i < ids.size(); i++) {
            float[] row = rows.get(i);
            float[] place = regression.at(row);
            float[] vector = SharedTaste.vector(shared.coordinate(row, place), mix.personal(place, towered[i]));
            System.arraycopy(vector, 0, values, i * settings.dimensions(), settings.dimensions());
        }
        return new FeatureMatrix(TasteModel.FEATURE, settings.dimensions(), ids, values);
    }
}
