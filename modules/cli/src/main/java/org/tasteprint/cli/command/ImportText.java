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
        result.features().forEach(feature ->
                text.append("Features: %s for %,d tracks.%n".formatted(feature.feature(), feature.tracks())));
        if (!result.rejected().isEmpty()) {
            text.append("Left out: %,d.%n".formatted(result.rejected().size()));
            result.rejected().stream().limit(SHOWN).forEach(rejection -> text.append(line(rejection)));
            if (result.rejected().size() > SHOWN) {
                text.append("  … and %,d more; --json lists them all.%n".formatted(result.rejected().size() - SHOWN));
            }
        }
        return text.toString();
    }

    private static String line(Rejection rejection) {
        String row = rejection.line() > 0 ? ", line " + rejection.line() : "";
        return "  %s%s: %s%n".formatted(rejection.file(), row, rejection.reason());
    }
}
