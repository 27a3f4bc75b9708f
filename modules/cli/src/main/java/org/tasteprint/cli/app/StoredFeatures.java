package org.tasteprint.cli.app;

import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.features.FeatureStore;
import org.tasteprint.features.Hop;
import org.tasteprint.genre.FeatureSource;
import org.tasteprint.taste.TasteModel;

/** Gives genre its features: those that are stored, and taste from a tower that has not heard the test tracks. */
final class StoredFeatures implements FeatureSource {
    private final FeatureStore store;
    private final Hop hop;
    private final Function<Set<String>, TasteModel> tower;

    private StoredFeatures(FeatureStore store, Hop hop, Function<Set<String>, TasteModel> tower) {
        this.store = store;
        this.hop = hop;
        this.tower = tower;
    }

    /** Taste as it has been trained: for a model that is to be used, not judged. */
    static StoredFeatures asTrained(Workspace workspace, Hop hop) {
        return new StoredFeatures(workspace.features(), hop, trainingTracks -> workspace.taste().model());
    }

    /** Taste from the trained tower where it knows training tracks only, otherwise from one trained for the purpose. */
    static StoredFeatures withoutTestTracks(Workspace workspace, Hop hop) {
        TasteWork taste = workspace.taste();
        return new StoredFeatures(workspace.features(), hop, new LastAnswer<>(taste::modelOfOnly));
    }

    /** Taste from a tower that is trained for each set of training tracks. */
    static StoredFeatures trained(FeatureStore store, Hop hop, Function<Set<String>, TasteModel> tower) {
        return new StoredFeatures(store, hop, new LastAnswer<>(tower));
    }

    @Override
    public FeatureMatrix features(String feature, Collection<String> trackIds, Set<String> trainingTrackIds) {
        return feature.equals(TasteWork.FEATURE)
                ? TasteRows.of(tower.apply(trainingTrackIds), store, trackIds)
                : store.load(feature, hop, trackIds);
    }

    @Override
    public boolean isShared(String feature) {
        return !feature.equals(TasteWork.FEATURE);
    }
}
