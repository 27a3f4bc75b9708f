package org.tasteprint.taste;

import org.tasteprint.core.Progress;
import org.tasteprint.features.FeatureStore;

/** Judges taste on tracks of artists that the training has not seen; see {@link TasteReport}. */
public final class TasteEvaluation {
    private final TasteData data;
    private final FeatureStore store;
    private final TasteSettings settings;

    public TasteEvaluation(TasteData data, FeatureStore store, TasteSettings settings) {
        this.data = data;
        this.store = store;
        this.settings = settings;
    }

    /** Judges a model on the tracks of a split. */
    public TasteReport split(TasteModel model, String split, Progress progress) {
        throw new UnsupportedOperationException("split");
    }

    /** Trains and judges once per fold of artists. */
    public TasteReport folds(int folds, Progress progress) {
        throw new UnsupportedOperationException("folds");
    }
}
