package org.tasteprint.taste;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tasteprint.core.Progress;
import org.tasteprint.features.FeatureStore;
import org.tasteprint.taste.listener.Listening;
import org.tasteprint.taste.listener.TasteData;
import org.tasteprint.taste.tower.CheckpointFile;
import org.tasteprint.taste.tower.Summaries;
import org.tasteprint.taste.tower.TasteSettings;

/**
 * What every step of one training shares.
 *
 * @param data      all that is known; each step takes its own {@link Listening} of it
 * @param summaries of every track that has features
 * @param store     where spectrograms are read from
 * @param settings  how to train
 * @param task      where epochs are reported
 * @param folder    where towers in training are kept, so that a training that was killed can go on
 */
record Trial(
        TasteData data,
        Summaries summaries,
        FeatureStore store,
        TasteSettings settings,
        Progress.Task task,
        Optional<Path> folder) {
    private static final int ROWS_OF_FOLD = 10_000_000;

    /** Where a tower is kept while it is trained on {@code part} of these tracks. */
    Optional<CheckpointFile> checkpoint(String part) {
        String recipe = "%s data %s tracks %08x %s"
                .formatted(settings.asText(), data.hash(), List.copyOf(summaries.trackIds()).hashCode(), part);
        return folder.map(path -> new CheckpointFile(path.resolve(part + ".safetensors"), recipe));
    }

    /** Prepares a training of all listeners. */
    Prepared prepare(Set<String> tracks) {
        return prepare(tracks, 1);
    }

    /** Prepares a training that is there to be judged: of very many listeners, as many as are enough for that. */
    Prepared prepareFold(Set<String> tracks) {
        return prepare(tracks, everyInFolds());
    }

    /** Of how many listeners a training that is there to be judged sees one. */
    int everyInFolds() {
        return data.everyFor(ROWS_OF_FOLD);
    }

    private Prepared prepare(Set<String> tracks, int every) {
        return Prepared.of(TrainingView.of(data, tracks, summaries, store, settings, every), settings);
    }
}
