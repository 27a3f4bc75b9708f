package org.tasteprint.taste;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tasteprint.catalog.Catalog;
import org.tasteprint.core.Progress;
import org.tasteprint.core.Provenance;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.core.Track;
import org.tasteprint.features.FeatureStore;
import org.tasteprint.taste.listener.Listening;
import org.tasteprint.taste.listener.TasteData;
import org.tasteprint.taste.shared.Blend;
import org.tasteprint.taste.table.SortedIds;
import org.tasteprint.taste.tower.Summaries;
import org.tasteprint.taste.tower.TasteSettings;
import org.tasteprint.taste.tower.TowerTraining;
import org.tasteprint.taste.tower.TripleSampler;

/**
 * Trains a {@link TasteModel}: user vectors from histories, the regression of them on sound, the shared taste, the tower, and
 * the blend of all, in this order. Epochs, penalty, mix and blend are chosen on artists held out inside the training tracks. The same
 * data, features, settings and number of processor cores give the same model.
 */
public final class TasteTrainer {
    private static final int STEPS_AT_LEAST = 8;
    private static final int STEPS_AT_MOST = 40;

    private final Optional<Path> folder;

    /** Trains in one go. */
    public TasteTrainer() {
        folder = Optional.empty();
    }

    /** @param folder where towers are kept after each epoch, so that a training that was killed goes on when it is run again */
    public TasteTrainer(Path folder) {
        this.folder = Optional.of(folder);
    }

    /** Trains on the split that the settings name, as the catalogue is now. */
    public TasteModel train(Catalog catalog, FeatureStore store, TasteSettings settings, Progress progress) {
        TasteData data = TasteData.of(catalog);
        return train(data, store, data.trackIds(settings.split()), settings, progress);
    }

    /**
     * Trains on some tracks. Of the others neither sound nor reactions are seen, nor artist-level plays of their artists.
     *
     * @throws TasteprintException {@code INVALID_INPUT} when no training track has the tower's features, {@code NOT_FOUND} when
     *     no track at all has
     */
    public TasteModel train(
            TasteData data, FeatureStore store, Set<String> trainingTracks, TasteSettings settings, Progress progress) {
        List<String> ids =
                data.tracks().stream().map(Track::id).filter(trainingTracks::contains).toList();
        if (ids.isEmpty()) {
            throw new TasteprintException(Kind.INVALID_INPUT, "there are no training tracks: import a dataset or a folder of audio first");
        }
        Summaries summaries = Summaries.read(store, settings, ids);
        long epochs = (long) settings.epochs() * (settings.validatedFolds() + 1);
        try (Progress.Task task = progress.begin("training taste", "epochs", epochs)) {
            Trial trial = new Trial(data, summaries, store, settings, task, folder);
            Prepared prepared = trial.prepare(SortedIds.of(ids));
            if (prepared.view().listening().users().isEmpty()) {
                progress.note("nobody has reacted to a training track: taste can only tell what listeners in general like once somebody does");
            }
            if (trial.everyInFolds() > 1) {
                progress.note("there are many interactions: one listener of %d chooses epochs, mix and blend; all are learned from after that"
                        .formatted(trial.everyInFolds()));
            }
            Choice choice = Choice.by(trial, prepared);
            TasteModel model = finalModel(trial, prepared, choice, trainingTracks);
            folder.ifPresent(TasteTrainer::forget);
            return model;
        }
    }

    /** Deletes what was kept of a training that is over. */
    private static void forget(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (NoSuchFileException e) {
            return; // nothing was trained, so nothing was kept
        } catch (IOException e) {
            throw new TasteprintException(Kind.UNAVAILABLE, "cannot delete %s (%s): delete it".formatted(folder, e.getMessage()), e);
        }
    }

    private static TasteModel finalModel(Trial trial, Prepared prepared, Choice choice, Set<String> trainingTracks) {
        TasteSettings settings = trial.settings();
        Listening listening = prepared.view().listening();
        TripleSampler sampler = prepared.view().sampler(settings);
        int steps = stepsPerEpoch(settings, sampler);
        Blend blend = sampler.isEmpty() ? new Blend(1, 0) : choice.blend(); // without triples, there is no personal part to learn
        try (TowerTraining tower = new TowerTraining(settings, prepared.view().input(), trial.checkpoint("whole"))) {
            while (tower.losses().size() < choice.epochs() && !sampler.isEmpty()) {
                double loss = tower.epoch(sampler, prepared.directions(), steps);
                tower.keep(new float[0][]);
                trial.task().advance(1);
                trial.task().detail("loss %.4f".formatted(loss));
            }
            List<Double> losses = tower.losses();
            UserVectors users = UserVectors.of(
                    listening.users(),
                    settings.dimensions(),
                    user -> blend.vector(prepared.directions().get(user), listening.evidence(user)));
            return new TasteModel(
                    settings,
                    provenance(trial.data(), settings, choice, blend),
                    new TasteModel.Summary(
                            losses, choice.curve(), (long) losses.size() * steps * settings.batch(), trainingTracks),
                    users,
                    new HistoryVectors(prepared.users(), listening.columns(), blend),
                    new TrackEmbedding(
                            settings,
                            prepared.view().standardisation(),
                            prepared.sharedTaste(choice.penalty()),
                            prepared.regression(),
                            choice.mix(),
                            tower.parameters()));
        }
    }

    private static Provenance provenance(TasteData data, TasteSettings settings, Choice choice, Blend blend) {
        Map<String, String> parameters = new HashMap<>(settings.asText());
        parameters.put("chosen_penalty", Double.toString(choice.penalty()));
        parameters.put("chosen_epochs", Integer.toString(choice.epochs()));
        parameters.put("chosen_mix", "%s regression, %s tower".formatted(choice.mix().regression(), choice.mix().tower()));
        parameters.put("chosen_shared", Double.toString(blend.shared()));
        parameters.put("chosen_half_evidence", Double.toString(blend.halfEvidence()));
        parameters.put("validation_accuracy", Double.toString(choice.accuracy()));
        return Provenance.now(
                settings.split().isEmpty() ? "all" : settings.split(), settings.seed(), data.hash(), parameters);
    }

    /** An epoch sees each pair of a listener and an artist they like about once, within bounds. */
    public static int stepsPerEpoch(TasteSettings settings, TripleSampler sampler) {
        return Math.clamp(sampler.positives() / settings.batch(), STEPS_AT_LEAST, STEPS_AT_MOST);
    }
}
