package org.tasteprint.cli.app;

import java.nio.file.Path;
import java.util.Optional;
import org.tasteprint.catalog.Database;
import org.tasteprint.core.Progress;

/**
 * How the program was started.
 *
 * @param home     folder of everything Tasteprint keeps: database, features, models, spaces
 * @param database JDBC URL of an external PostgreSQL; empty for the embedded one
 * @param models   folder of {@code registry.json} and the downloaded weights
 * @param progress where long work reports to
 */
public record Settings(Path home, Optional<String> database, Path models, Progress progress) {
    /** The same settings with another home. */
    public Settings withHome(Path otherHome) {
        return new Settings(otherHome, database, models, progress);
    }

    /** The database that is meant. */
    Database whereCatalogIs() {
        return database.<Database>map(Database.External::new).orElseGet(() -> new Database.Embedded(postgres()));
    }

    Path postgres() {
        return home.resolve("postgres");
    }

    Path features() {
        return home.resolve("features");
    }

    /** Models that were trained here, unlike the published ones. */
    Path trained() {
        return home.resolve("models");
    }

    Path tasteModel() {
        return trained().resolve("taste.safetensors");
    }

    Path genreModel() {
        return trained().resolve("genre.safetensors");
    }

    Path evaluations() {
        return home.resolve("evaluations");
    }

    Path spaces() {
        return home.resolve("spaces");
    }
}
