package org.tasteprint.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tasteprint.audio.Excerpt;
import org.tasteprint.cli.app.ClassifyResult;
import org.tasteprint.cli.app.Workspace;
import org.tasteprint.cli.terminal.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "classify",
        description = "Says which genre files are, with the model of 'train genre'.",
        footer = {"", "Example:", "  tasteprint classify song.mp3 another.flac", "  tasteprint classify --middle 7s three-hour-mix.mp3"})
final class ClassifyCommand extends Action<ClassifyResult> {
    private static final int SHOWN = 3;

    @Option(
            names = "--middle",
            defaultValue = "",
            converter = ExcerptConverter.class,
            paramLabel = "LENGTH",
            description = "Listens to the middle of each file only: 7s, 7.5s, 2m. At least 3s.")
    private Excerpt excerpt;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Sound files.")
    private List<Path> files;

    @Override
    ClassifyResult run(Workspace workspace) {
        return workspace.genres().classify(files, excerpt);
    }

    @Override
    String text(ClassifyResult result) {
        Table table = new Table("file", "genre", "probabilities", "segments", "seconds");
        result.results().forEach(file -> table.row(
                file.file(), file.genre(), likeliest(file.probabilities()), file.segments(), "%.2f".formatted(file.seconds())));
        StringBuilder text = new StringBuilder(result.results().isEmpty() ? "" : table.toString());
        result.failed().forEach(failure -> text.append("%s: %s%n".formatted(failure.file(), failure.reason())));
        return text.toString();
    }

    @Override
    int exitCode(ClassifyResult result) {
        return result.failed().isEmpty() ? 0 : 1;
    }

    private static String likeliest(Map<String, Double> probabilities) {
        return probabilities.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(SHOWN)
                .map(entry -> "%s %.2f".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
