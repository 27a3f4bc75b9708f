package org.tasteprint.cli.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.papers.Effort;
import org.tasteprint.papers.Laboratory;
import org.tasteprint.papers.Paper;
import org.tasteprint.papers.Reproduction;
import org.tasteprint.papers.Row;

/** Runs published systems on dataset folders, each folder in a home of its own, so that extracted features are there the next time. */
public final class PaperWork {
    private final Settings settings;

    PaperWork(Settings settings) {
        this.settings = settings;
    }

    /**
     * Imports the folder, extracts what the paper needs, and runs the variants of its table; the home keeps each system's report among its
     * evaluations, unless the effort was too small for them to mean anything.
     *
     * @param effort   how many tracks, folds and epochs
     * @param pictures a folder for pictures, if they are wanted
     * @throws TasteprintException {@code INVALID_INPUT} when there is no such paper; {@code NOT_FOUND} when there is no such folder
     */
    public Reproduction reproduce(String paper, Path folder, Effort effort, long seed, Optional<Path> pictures) {
        Paper chosen = Paper.of(paper);
        if (!Files.isDirectory(folder)) {
            throw new TasteprintException(Kind.NOT_FOUND, "there is no folder %s: give a dataset folder with --data".formatted(folder));
        }
        Path name = folder.toAbsolutePath().normalize().getFileName();
        Path home = settings.home().resolve("datasets").resolve(name == null ? "root" : name.toString());
        try (Workspace workspace = new Workspace(settings.withHome(home))) {
            workspace.catalogueWork().importFolder(folder);
            Reproduction table = chosen.reproduce(new Laboratory(new CatalogueMaterial(workspace), effort, seed, pictures));
            if (effort != Effort.QUICK) {
                keep(table, folder);
            }
            return table;
        }
    }

    private void keep(Reproduction table, Path folder) {
        Instant now = Instant.now();
        for (Row row : table.rows()) {
            row.ours().ifPresent(report -> new EvaluationFile(
                            "genre",
                            now,
                            Map.of(
                                    "paper", table.paper(),
                                    "system", row.system(),
                                    "data", folder.toString(),
                                    "effort", table.effort().toString()),
                            report)
                    .write(settings.evaluations()));
        }
    }
}
