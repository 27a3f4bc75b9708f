package org.tasteprint.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tasteprint.cli.app.TagWork;
import org.tasteprint.cli.app.TagsResult;
import org.tasteprint.cli.app.Workspace;
import org.tasteprint.cli.terminal.Figures;
import org.tasteprint.cli.terminal.Table;
import org.tasteprint.features.Hop;
import org.tasteprint.features.Taggram;
import org.tasteprint.plots.PictureFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
        name = "tags",
        description = "Says what pretrained networks hear in files: the likeliest tags, and how all of them change over time.",
        footer = {
            "",
            "A network hears windows of 3 seconds; the mean over them decides which tags come first.",
            "",
            "Examples:",
            "  tasteprint tags song.mp3",
            "  tasteprint tags song.mp3 --model musicnn-mtt --top 5 --length 3 --hop 1",
            "  tasteprint tags song.mp3 --plot taggram.png",
            "  tasteprint --json tags *.flac           the taggram of each file, too"
        })
final class TagsCommand extends Action<TagsResult> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Sound files.")
    private List<Path> files;

    @Option(names = "--model", defaultValue = "", paramLabel = "NAME", description = "The network (default: musicnn-msd, or musicnn-rendered where the weights of the former are not here).")
    private String model;

    @Option(names = "--top", defaultValue = "3", paramLabel = "N", description = "How many tags of each file (default: ${DEFAULT-VALUE}).")
    private int top;

    @Option(names = "--length", defaultValue = "3", paramLabel = "SECONDS", description = "Length of the windows; 3 is what the networks were trained on, and all that there is.")
    private int length;

    @Option(names = "--hop", defaultValue = "1s", converter = HopConverter.class, paramLabel = "SECONDS", description = "From one window to the next: 1 or 3 (default: 1).")
    private Hop hop;

    @Option(names = "--plot", paramLabel = "FILE", description = "Draw the taggram of the one file into this .png or .svg.")
    private Optional<Path> plot = Optional.empty();

    @Override
    TagsResult run(Workspace workspace) {
        if (length != TagWork.LENGTH_SECONDS) {
            throw new ParameterException(
                    spec.commandLine(), "--length must be 3, the seconds that the networks were trained on; it is " + length);
        }
        if (top < 1) {
            throw new ParameterException(spec.commandLine(), "--top must be at least 1; it is " + top);
        }
        if (plot.isPresent() && files.size() > 1) {
            throw new ParameterException(spec.commandLine(), "--plot draws one file; there are " + files.size());
        }
        plot.ifPresent(PictureFile::requireSuffix);
        TagsResult result = workspace.tags().tag(files, model, top, hop);
        if (!result.results().isEmpty()) {
            plot.ifPresent(file -> workspace.tags().draw(result, file));
        }
        return result;
    }

    @Override
    String text(TagsResult result) {
        Table table = new Table("file", "tag", "probability");
        for (TagsResult.Tagged file : result.results()) {
            String name = file.file();
            for (Taggram.Tag tag : file.tags()) {
                table.row(name, tag.tag(), Figures.of(tag.probability()));
                name = "";
            }
        }
        StringBuilder text = new StringBuilder(result.results().isEmpty() ? "" : table + "by " + result.model() + "\n");
        if (!result.results().isEmpty()) {
            plot.ifPresent(file -> text.append("Taggram: %s%n".formatted(file)));
        }
        result.failed().forEach(failure -> text.append("%s: %s%n".formatted(failure.file(), failure.reason())));
        return text.toString();
    }

    @Override
    int exitCode(TagsResult result) {
        return result.failed().isEmpty() ? 0 : 1;
    }
}
