package org.tasteprint.server.route;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.server.http.BadParameterException;
import org.tasteprint.server.http.Json;
import org.tasteprint.server.http.Parameters;
import org.tasteprint.server.http.Routing;
import org.tasteprint.server.music.MusicService;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What was measured, as it was kept: a table of the figures that count, and all of one evaluation. */
final class EvaluationRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(EvaluationRoutes.class);
    private static final String EVALUATIONS = Routing.API + "/evaluations";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,199}");
    private static final Pattern TIME = Pattern.compile("\\d{8}-\\d{6}");

    /** What stands for a whole evaluation, by where a report has it: the first that is there. */
    private static final List<Figure> FIGURES = List.of(
            new Figure("accuracy", "/accuracy", "/ci95"),
            new Figure("pairwise accuracy", "/explicit/pairwise_accuracy", "/explicit/ci95"),
            new Figure("AUC of unheard artists", "/cold_artists/auc", "/cold_artists/ci95"),
            new Figure("recall@10", "/implicit/recall@10", "/implicit/ci95/recall@10"));

    private final MusicService music;

    EvaluationRoutes(MusicService music) {
        this.music = music;
    }

    void register(RoutesConfig routes) {
        Routing.read(routes, EVALUATIONS, this::list);
        Routing.read(routes, EVALUATIONS + "/{id}", this::one);
    }

    private record Figure(String measure, String value, String interval) {}

    private record Summary(
            String evaluationId, String kind, String time, String split, Long seed, Long n, String measure, Double value, List<Double> ci95) {}

    private record Page(List<Summary> evaluations, Optional<String> next) {}

    private record Evaluation(String evaluationId, String kind, String time, JsonNode settings, JsonNode report) {}

    private void list(Context request) throws IOException {
        Parameters query = Parameters.of(request, "limit", "after");
        int limit = query.number("limit", 1, 500, 50);
        List<String> ids = ids();
        int from = query.text("after").isEmpty() ? 0 : ids.indexOf(query.text("after")) + 1;
        if (from == 0 && !query.text("after").isEmpty()) {
            throw new BadParameterException("after", query.text("after"), "must be the next of the page before");
        }
        int to = Math.min(ids.size(), from + limit);
        List<Summary> page = new ArrayList<>();
        for (String id : ids.subList(from, to)) {
            try {
                page.add(summary(id, read(id)));
            } catch (IOException | JacksonException e) {
                LOG.warn("the evaluation {} cannot be read", id, e);
            }
        }
        request.json(new Page(page, to < ids.size() ? Optional.of(ids.get(to - 1)) : Optional.empty()));
    }

    private void one(Context request) throws IOException {
        Parameters.of(request);
        String id = request.pathParam("id");
        if (!ID.matcher(id).matches() || !Files.isRegularFile(file(id))) {
            throw new TasteprintException(
                    TasteprintException.Kind.NOT_FOUND, "there is no evaluation " + BadParameterException.shown(id));
        }
        JsonNode kept = read(id);
        request.json(new Evaluation(id, text(kept, "kind"), text(kept, "time"), kept.path("settings"), kept.path("report")));
    }

    /** Newest first; names end with their time. */
    private List<String> ids() throws IOException {
        if (!Files.isDirectory(music.evaluations())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(music.evaluations())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .filter(ID.asMatchPredicate())
                    .sorted(Comparator.comparing(EvaluationRoutes::time).thenComparing(Comparator.naturalOrder()).reversed())
                    .toList();
        }
    }

    private static String time(String id) {
        Matcher time = TIME.matcher(id);
        return time.find() ? time.group() : "";
    }

    private Path file(String id) {
        return music.evaluations().resolve(id + ".json");
    }

    private JsonNode read(String id) throws IOException {
        return Json.tree(Files.readAllBytes(file(id)));
    }

    private static Summary summary(String id, JsonNode kept) {
        JsonNode report = kept.path("report");
        Optional<Figure> figure = FIGURES.stream().filter(one -> report.at(one.value()).isNumber()).findFirst();
        JsonNode n = report.path(report.has("n") ? "n" : "users");
        return new Summary(
                id,
                text(kept, "kind"),
                text(kept, "time"),
                text(report, "split"),
                report.path("seed").isNumber() ? report.path("seed").asLong() : null,
                n.isNumber() ? n.asLong() : null,
                figure.map(Figure::measure).orElse(""),
                figure.map(one -> report.at(one.value()).asDouble()).orElse(null),
                figure.map(one -> interval(report.at(one.interval()))).orElse(List.of()));
    }

    private static List<Double> interval(JsonNode ends) {
        return ends.isArray() && ends.size() == 2 ? List.of(ends.get(0).asDouble(), ends.get(1).asDouble()) : List.of();
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
