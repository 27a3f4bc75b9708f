package org.tasteprint.cli.app;

import static java.util.function.Predicate.not;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.features.Hop;
import org.tasteprint.features.Taggram;
import org.tasteprint.features.Tagger;
import org.tasteprint.plots.Picture;
import org.tasteprint.plots.PictureFile;
import org.tasteprint.plots.TaggramPanel;

/** Tags files with pretrained networks. */
public final class TagWork {
    /** Length of the windows in seconds, the only one that the networks take. */
    public static final int LENGTH_SECONDS = 3;

    private final Workspace workspace;

    TagWork(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Tags of several files; a file that cannot be read does not keep the others from being tagged.
     *
     * @param model name of a network; empty for {@link Defaults#tagger}
     * @param top   how many tags of each file
     */
    public TagsResult tag(List<Path> files, String model, int top, Hop hop) {
        String chosen = model.isEmpty() ? defaultModel() : model;
        List<TagsResult.Tagged> results = new ArrayList<>();
        List<TagsResult.Failed> failed = new ArrayList<>();
        for (Path file : files) {
            long start = System.nanoTime();
            try {
                Taggram taggram = listen(file, chosen, hop);
                results.add(new TagsResult.Tagged(
                        file.toString(),
                        taggram.duration(),
                        taggram.top(top),
                        new TagsResult.Windows(taggram.tags(), taggram.times(), taggram.values()),
                        (System.nanoTime() - start) / 1e9));
            } catch (TasteprintException e) {
                if (e.kind() != Kind.INVALID_INPUT) {
                    throw e; // it is not the file's fault
                }
                failed.add(new TagsResult.Failed(file.toString(), e.getMessage()));
            }
        }
        return new TagsResult(chosen, LENGTH_SECONDS, hop == Hop.ONE_SECOND ? 1 : LENGTH_SECONDS, results, failed);
    }

    /**
     * Draws the taggram of a tagged file.
     *
     * @param result of one file
     * @param file   the picture, a PNG or SVG by its suffix
     */
    public void draw(TagsResult result, Path file) {
        TagsResult.Tagged tagged = result.results().getFirst();
        String heading = Path.of(tagged.file()).getFileName().toString();
        TagsResult.Windows windows = tagged.taggram();
        double step = windows.times().size() > 1 ? windows.times().get(1) : Taggram.WINDOW_SECONDS;
        PictureFile.write(
                file,
                new Picture(
                        heading,
                        List.of(TaggramPanel.of("Tags by " + result.model(), windows.tags(), windows.values(), step))));
    }

    /** What a network hears in a file. */
    Taggram listen(Path file, String model, Hop hop) {
        return tagger().listen(file, model, hop);
    }

    /** The networks that can be asked now, the default first. */
    List<String> taggers() {
        String first = defaultModel();
        return Stream.concat(Stream.of(first), tagger().models().stream().filter(not(first::equals)))
                .filter(model -> workspace.registry().cached(model).isPresent())
                .toList();
    }

    private Tagger tagger() {
        return new Tagger(workspace.registry(), workspace.extractor());
    }

    private String defaultModel() {
        return Defaults.tagger(workspace.registry());
    }
}
