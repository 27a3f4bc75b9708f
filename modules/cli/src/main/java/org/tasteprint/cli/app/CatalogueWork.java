package org.tasteprint.cli.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tasteprint.catalog.DatasetImport;
import org.tasteprint.catalog.ImportReport;
import org.tasteprint.catalog.ListensImport;
import org.tasteprint.catalog.log.LogRequest;
import org.tasteprint.core.Track;
import org.tasteprint.features.Exported;
import org.tasteprint.features.Extraction;
import org.tasteprint.features.ExtractionReport;
import org.tasteprint.features.FeatureExchange;
import org.tasteprint.features.Granularity;
import org.tasteprint.features.Hop;

/** Brings music and listens into the catalogue, computes features, and gives them out again. */
public final class CatalogueWork {
    private final Workspace workspace;

    CatalogueWork(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Imports a dataset folder or a folder of audio, features that it brings included. */
    public ImportResult importFolder(Path folder) {
        ImportReport report = new DatasetImport(workspace.catalog(), new FfmpegTags()).run(folder, workspace.progress());
        return ImportResult.of(
                report,
                FeatureExchange.importFrom(folder, workspace.features(), trackIds(), workspace.progress()));
    }

    /** Imports a log of listens. */
    public ImportResult importListens(Path file, LogRequest request) {
        return ImportResult.of(
                new ListensImport(workspace.catalog()).run(file, request, workspace.progress()), List.of());
    }

    /**
     * Extracts features of every track.
     *
     * @param features names; none stands for {@link Defaults#extracted}
     */
    public ExtractionReport extract(List<String> features, Hop hop) {
        Set<String> wanted = new TreeSet<>(features.isEmpty() ? Defaults.extracted(workspace.registry()) : features);
        return new Extraction(workspace.features(), workspace.extractor())
                .run(workspace.catalog().tracks(), wanted, hop, workspace.progress());
    }

    /** Writes a feature as a dataset folder has it. */
    public Exported export(String feature, Hop hop, Granularity granularity, Path folder) {
        if (feature.equals(TasteWork.FEATURE)) {
            workspace.taste().model(); // says what to do when there is none, which extracting would not mend
        }
        List<String> ids = workspace.catalog().tracks().stream().map(Track::id).toList();
        return FeatureExchange.export(workspace.features(), feature, hop, ids, granularity, folder);
    }

    private Set<String> trackIds() {
        return workspace.catalog().tracks().stream().map(Track::id).collect(Collectors.toSet());
    }
}
