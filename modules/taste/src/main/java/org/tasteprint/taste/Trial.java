package org.tasteprint.taste;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    /** Where a tower is kept while it is trained on {@code part} of these tracks. */
    Optional<CheckpointFile> checkpoint(String part) {
        String tracks = summaries.trackIds().stream().sorted().collect(Collectors.joining("\n"));
        String recipe = "%s data %s tracks %08x %s"
                .formatted(settings.asText(), data.hash(), tracks.hashCode(), part);
        return folder.map(path -> new CheckpointFile(path.resolve(part + ".safetensors"), recipe));
    }

    Prepared prepare(Set<String> tracks) {
        return Prepared.of(data, tracks, summaries, store, settings);
    }
}
