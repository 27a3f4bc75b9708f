package org.tasteprint.cli.app;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tasteprint.catalog.CatalogCounts;
import org.tasteprint.core.Progress;
import org.tasteprint.core.Track;
import org.tasteprint.features.Extraction;
import org.tasteprint.features.FeatureNames;
import org.tasteprint.features.Hop;
import org.tasteprint.genre.FeatureSource;
import org.tasteprint.genre.PretrainedNetworks;
import org.tasteprint.papers.Material;
import org.tasteprint.taste.TasteTrainer;
import org.tasteprint.taste.listener.TasteData;
import org.tasteprint.taste.tower.TasteSettings;
import org.tasteprint.taste.tower.Tower;

/** What a home holds, for papers to work with. */
final class CatalogueMaterial implements Material {
    private final Workspace workspace;

    CatalogueMaterial(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public List<Track> tracks() {
        return workspace.catalog().tracks();
    }

    @Override
    public boolean hasListeners() {
        CatalogCounts counts = workspace.catalog().counts();
        return counts.feedback() + counts.artistPlays() > 0;
    }

    @Override
    public boolean has(String feature, Hop hop, String trackId) {
        return workspace.features().has(feature, hop, trackId);
    }

    @Override
    public void extract(List<Track> tracks, Set<String> features, Hop hop) {
        List<Track> audible = tracks.stream().filter(track -> track.audio().isPresent()).toList();
        Set<String> lacking = features.stream()
                .filter(feature -> audible.stream().anyMatch(track -> !has(feature, hop, track.id())))
                .collect(Collectors.toSet());
        if (!lacking.isEmpty()) {
            new Extraction(workspace.features(), workspace.extractor()).run(audible, lacking, hop, progress());
        }
    }

    @Override
    public FeatureSource features(Hop hop, List<String> towerInputs, int epochs) {
        TasteSettings settings = TasteSettings.of(tower(towerInputs)).with(draft -> {
            draft.split = "";
            draft.hop = hop;
            draft.epochs = epochs == 0 ? draft.epochs : epochs;
        });
        return StoredFeatures.trained(workspace.features(), hop, trackIds -> new TasteTrainer()
                .train(TasteData.of(workspace.catalog()), workspace.features(), trackIds, settings, progress()));
    }

    private Tower tower(List<String> inputs) {
        return inputs.equals(List.of(FeatureNames.LOG_MEL))
                ? new Tower.Conv()
                : new Tower.Features(inputs.isEmpty() ? Defaults.ofTaste(workspace.registry()) : inputs);
    }

    @Override
    public PretrainedNetworks networks() {
        return workspace.pretrained()::parameters;
    }

    @Override
    public Progress progress() {
        return workspace.progress();
    }
}
