package org.tasteprint.server.route;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tasteprint.server.http.Parameters;
import org.tasteprint.server.http.Routing;
import org.tasteprint.server.music.MusicService;
import org.tasteprint.server.music.MusicService.TagGuess;
import org.tasteprint.server.route.Views.Tag;
import org.tasteprint.server.route.Views.TaggedFile;
import org.tasteprint.server.route.Views.Taggram;
import org.tasteprint.server.route.Views.Tags;
import org.tasteprint.server.upload.Analyses;
import org.tasteprint.server.upload.Upload;

/** What a network hears in uploaded files: the likeliest tags and the taggram. */
final class TagsRoute {
    /** The only length of windows that the networks take. */
    private static final String LENGTH_SECONDS = "3";

    private static final int DEFAULT_TOP = 3;
    private static final int MOST_TAGS = 100;

    private final MusicService music;
    private final Analyses analyses;

    TagsRoute(MusicService music, Analyses analyses) {
        this.music = music;
        this.analyses = analyses;
    }

    void register(RoutesConfig routes) {
        routes.post(Routing.API + "/tags", this::tags);
    }

    private void tags(Context request) throws Exception {
        Parameters parameters = Parameters.of(request, "model", "top", "length", "hop");
        List<String> models = music.status().taggers();
        String model = parameters.oneOf("model", models, models.isEmpty() ? "" : models.getFirst());
        int top = parameters.number("top", 1, MOST_TAGS, DEFAULT_TOP);
        int length = Integer.parseInt(parameters.oneOf("length", List.of(LENGTH_SECONDS), LENGTH_SECONDS));
        int hop = Integer.parseInt(parameters.oneOf("hop", List.of("1", LENGTH_SECONDS), "1"));
        List<TaggedFile> results = analyses.ofUploads(request, part -> analysed(part, model, top, hop));
        request.json(new Tags(model, length, hop, results));
    }

    private TaggedFile analysed(Upload.Part part, String model, int top, int hop) {
        long start = System.nanoTime();
        TagGuess guess = music.tags(part.path(), model, hop);
        double seconds = Math.round((System.nanoTime() - start) / 1e6) / 1e3;
        List<Tag> best = IntStream.range(0, guess.tags().size())
                .mapToObj(tag -> new Tag(guess.tags().get(tag), mean(guess.values(), tag)))
                .sorted(Comparator.comparingDouble(Tag::probability).reversed())
                .limit(top)
                .toList();
        return new TaggedFile(
                part.name(), guess.duration(), best, new Taggram(guess.tags(), guess.times(), guess.values()), seconds);
    }

    private static double mean(List<float[]> windows, int tag) {
        return windows.stream().mapToDouble(window -> window[tag]).average().orElseThrow();
    }
}
