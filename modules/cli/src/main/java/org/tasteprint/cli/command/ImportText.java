package org.tasteprint.cli.command;

import org.tasteprint.catalog.Rejection;
import org.tasteprint.cli.app.ImportResult;

/** An import's counts in words, and what was turned away. */
final class ImportText {
    private static final int SHOWN = 20;

    private ImportText() {}

    static String of(ImportResult result) {
        StringBuilder text = new StringBuilder("Tracks: %,d added, %,d updated, %,d unchanged. Feedback: %,d added, %,d already there.%n"
                .formatted(
                        result.tracks().added(),
                        result.tracks().updated(),
                        result.tracks().unchanged(),
                        result.feedback().added(),
                        result.feedback().duplicate()));
        if (result.matches().artists() > 0) {
            text.append("Rows of tracks in the catalogue: %,d; counting for their artist alone: %,d.%n"
                    .formatted(result.matches().tracks(), result.matches().artists()));
        }
        if (!result.ambiguous().isEmpty()) {
            text.append("Several tracks bear the name, so listens count for the artist: %,d songs.%n".formatted(result.ambiguous().size()));
            result.ambiguous().stream().limit(SHOWN).forEach(song -> text.append("  %s by %s: %s%n"
                    .formatted(song.title(), song.artist(), String.join(", ", song.trackIds()))));
        }
        result.features().forEach(feature ->
                text.append("Features: %s for %,d tracks.%n".formatted(feature.feature(), feature.tracks())));
        if (!result.rejected().isEmpty()) {
            text.append("Left out: %,d.%n".formatted(result.rejectedInAll()));
            result.rejected().stream().limit(SHOWN).forEach(rejection -> text.append(line(rejection)));
            if (result.rejectedInAll() > SHOWN) {
                text.append("  … and %,d more; --json lists the first %,d.%n"
                        .formatted(result.rejectedInAll() - SHOWN, result.rejected().size()));
            }
        }
        return text.toString();
    }

    private static String line(Rejection rejection) {
        String row = rejection.line() > 0 ? ", line " + rejection.line() : "";
        return "  %s%s: %s%n".formatted(rejection.file(), row, rejection.reason());
    }
}
