package org.tasteprint.cli.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.features.Hop;
import org.tasteprint.genre.GenreEvaluation.Grouping;
import org.tasteprint.genre.GenreSettings;
import org.tasteprint.index.Precision;
import org.tasteprint.index.map.MapSettings;
import org.tasteprint.server.job.JobWork;
import org.tasteprint.taste.user.UserKind;

/** Does in a server's background what the commands of the same names do: parameters are their options, by the same names. */
final class LiveJobs implements JobWork {
    private static final String SEED = "seed";
    private static final String SPLIT = "split";
    private static final String FOLDS = "folds";
    private static final String FEATURES = "features";

    private final Workspace workspace;
    private final Map<String, Task> tasks = new LinkedHashMap<>();

    /** A kind of job: what it takes, and the work. */
    private record Task(Set<String> parameters, Doing doing) {}

    @FunctionalInterface
    private interface Doing {
        Object in(Workspace workspace, Options options);
    }

    LiveJobs(Workspace workspace) {
        this.workspace = workspace;
        tasks.put("extract", new Task(Set.of(FEATURES, "hop"), (work, options) ->
                work.catalogueWork().extract(options.list(FEATURES), options.hop())));
        tasks.put("train-taste", new Task(Set.of("tower", SEED, "epochs", SPLIT), (work, options) ->
                work.taste().train(options.taste(), options.text(SPLIT))));
        tasks.put("train-genre", new Task(Set.of(FEATURES, SEED, SPLIT), (work, options) ->
                work.genres().train(options.genre(work.genres()), options.text(SPLIT))));
        tasks.put("index", new Task(Set.of(), (work, options) -> work.spaceWork().build(Precision.FLOAT32)));
        tasks.put("map", new Task(Set.of("space", SEED, "clusters"), (work, options) -> work.spaceWork()
                .map(
                        options.text("space"),
                        MapSettings.USUAL.with(options.number(SEED, 1), (int) options.number("clusters", 0)))));
        tasks.put("evaluate-taste", new Task(Set.of(SPLIT, FOLDS, "tower", SEED, "epochs"), (work, options) ->
                options.number(FOLDS, 0) > 0
                        ? work.taste().evaluateFolds(options.taste(), options.folds(), Optional.empty())
                        : work.taste().evaluateSplit(options.splitToJudge(), UserKind.ALS, Optional.empty())));
        tasks.put("evaluate-genre", new Task(Set.of(SPLIT, FOLDS, FEATURES, SEED), (work, options) ->
                options.number(FOLDS, 0) > 0
                        ? work.genres().evaluateFolds(options.genre(work.genres()), options.folds(), Grouping.ARTIST, "")
                        : work.genres().evaluateSplit(options.genre(work.genres()), "", options.splitToJudge())));
    }

    @Override
    public List<JobWork.Kind> kinds() {
        return tasks.entrySet().stream()
                .map(task -> new JobWork.Kind(task.getKey(), task.getValue().parameters()))
                .toList();
    }

    @Override
    public Object run(String kind, Map<String, String> parameters, Progress progress) {
        return tasks.get(kind).doing().in(workspace.reportingTo(progress), new Options(parameters));
    }

    /** Parameters, read as the command line reads its options. */
    private record Options(Map<String, String> parameters) {
        String text(String name) {
            return parameters.getOrDefault(name, "");
        }

        List<String> list(String name) {
            return Stream.of(text(name).split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList();
        }

        long number(String name, long otherwise) {
            String text = text(name);
            try {
                return text.isEmpty() ? otherwise : Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw new TasteprintException(TasteprintException.Kind.INVALID_INPUT, "%s must be a whole number; %s=%s".formatted(name, name, text), e);
            }
        }

        int folds() {
            long folds = number(FOLDS, 0);
            if (folds < 2 || folds > 1000) {
                throw new TasteprintException(TasteprintException.Kind.INVALID_INPUT, "folds must be in 2..1000; folds=" + folds);
            }
            return (int) folds;
        }

        String splitToJudge() {
            return text(SPLIT).isEmpty() ? "test" : text(SPLIT);
        }

        Hop hop() {
            return text("hop").isEmpty() ? Hop.THREE_SECONDS : Hop.parse(text("hop"));
        }

        TasteRequest taste() {
            return new TasteRequest(text("tower"), number(SEED, 1), Math.toIntExact(number("epochs", 0)), Hop.THREE_SECONDS);
        }

        GenreSettings genre(GenreWork genres) {
            return genres.settings(list(FEATURES)).with(draft -> draft.seed = number(SEED, 1));
        }
    }
}
