package org.tasteprint.cli.command;

import org.tasteprint.cli.demo.DemoResult;
import org.tasteprint.cli.terminal.Figures;

/** The tables at the end of the demo. */
final class DemoText {
    private DemoText() {}

    static String of(DemoResult result) {
        StringBuilder text = new StringBuilder("\n");
        result.taste().ifPresent(report -> text.append(TasteText.of(report)).append('\n'));
        result.genre().ifPresent(report -> text.append(GenreText.of(report)).append('\n'));
        result.mcnemarP().ifPresent(p -> text.append("Genre accuracy without taste %s, with taste %s (exact McNemar test: p = %s).%n"
                .formatted(
                        result.genreWithoutTaste().map(report -> Figures.of(report.accuracy())).orElse("–"),
                        result.genre().map(report -> Figures.of(report.accuracy())).orElse("–"),
                        Figures.of(p))));
        return text.append("All of it in %.0f s.%n%n".formatted(result.seconds())).toString();
    }
}
