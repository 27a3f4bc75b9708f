package org.tasteprint.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tasteprint.cli.terminal.Figures;
import org.tasteprint.cli.terminal.Table;
import org.tasteprint.core.Interval;
import org.tasteprint.taste.evaluation.Exposure;
import org.tasteprint.taste.evaluation.TasteReport;
import org.tasteprint.taste.evaluation.TasteReport.Baselines;

/** A taste evaluation as tables: ours beside the baselines, each with its interval. */
final class TasteText {
    private TasteText() {}

    static String of(TasteReport report) {
        StringBuilder text = new StringBuilder("Taste: %s, n = %,d listeners%n".formatted(report.split(), report.users()));
        Baselines baselines = report.baselines();
        report.explicit().ifPresent(explicit -> text.append(table(
                "\nLiked above disliked, on unheard artists (%,d pairs of %,d listeners)\n"
                        .formatted(explicit.pairs(), explicit.users()),
                "pairwise accuracy",
                explicit.pairwiseAccuracy(),
                explicit.ci95(),
                baselines.explicit(),
                "explicit",
                baselines)));
        report.coldArtists().ifPresent(cold -> text.append(table(
                "\nPlayed above not played, on unheard artists (%,d artists, %,d listeners)\n"
                        .formatted(cold.artists(), cold.users()),
                "AUC",
                cold.auc(),
                cold.ci95(),
                baselines.coldArtists(),
                "cold_artists",
                baselines)));
        report.neighbours().ifPresent(near -> text
                .append("\nThe ten nearest unheard tracks by other artists share the genre (%,d tracks)%n".formatted(near.tracks()))
                .append(new Table("space", "precision@10", "95 % interval")
                        .row("taste", Figures.of(near.taste()), Figures.of(near.tasteCi95()))
                        .row("features", Figures.of(near.features()), Figures.of(near.featuresCi95()))));
        report.implicit().ifPresent(implicit -> text.append(implicit(implicit, baselines)));
        return text.toString();
    }

    private static String table(
            String title, String measure, double ours, Interval interval, Map<String, Double> others, String part, Baselines baselines) {
        Table table = new Table("system", measure, "95 % interval").row("tasteprint", Figures.of(ours), Figures.of(interval));
        others.forEach((name, value) -> table.row(name, Figures.of(value), interval(baselines, part + "." + name)));
        return title + table;
    }

    private static String implicit(TasteReport.Implicit ours, Baselines baselines) {
        Map<String, Map<String, Double>> systems = new LinkedHashMap<>();
        systems.put("tasteprint", Map.of(
                "recall@10", ours.recallAt10(), "recall@50", ours.recallAt50(), "ndcg@10", ours.ndcgAt10(), "ndcg@50", ours.ndcgAt50()));
        systems.putAll(baselines.implicit());
        return "\nHeld-out %s found again among %,d (%s, %,d listeners)%n%s"
                        .formatted(ours.ranked(), ours.items(), ours.parting(), ours.users(), figures(systems, ours))
                + networkLead(baselines)
                + slice("The same, listeners known by three %s alone".formatted(ours.ranked()), ours.coldUsers())
                + slice("The same, of %s that at most five listeners have".formatted(ours.ranked()), ours.coldItems());
    }

    /** How much better the user network ranks than the tuned factorisation, listener by listener. */
    private static String networkLead(Baselines baselines) {
        Map<String, Double> network = baselines.implicit().get("dnn");
        Map<String, Double> factorisation = baselines.implicit().get("als");
        Table table = new Table("dnn minus als", "difference", "95 % interval");
        network.forEach((figure, value) -> table.row(
                figure,
                Figures.of(value - factorisation.get(figure)),
                Figures.of(baselines.lead().get(Baselines.NETWORK_LEAD + figure))));
        return "\nThe user network beside tuned ALS, listener by listener\n" + table;
    }

    private static Table figures(Map<String, Map<String, Double>> systems, TasteReport.Implicit ours) {
        Table table = new Table("system", "recall@10", "recall@50", "NDCG@10", "NDCG@50", "coverage", "popularity", "Gini");
        systems.forEach((name, figures) -> {
            Exposure exposure = ours.exposure().get(name.equals("tasteprint") ? "taste" : name);
            table.row(
                    name,
                    Figures.of(figures.get("recall@10")),
                    Figures.of(figures.get("recall@50")),
                    Figures.of(figures.get("ndcg@10")),
                    Figures.of(figures.get("ndcg@50")),
                    Figures.of(exposure.coverage()),
                    Figures.of(exposure.percentile()),
                    Figures.of(exposure.gini()));
        });
        return table;
    }

    private static String slice(String title, TasteReport.Slice slice) {
        if (slice.users() == 0) {
            return "";
        }
        Table table = new Table("system", "recall@10", "recall@50", "NDCG@10", "NDCG@50");
        slice.figures().forEach((name, figures) -> table.row(
                name.equals("taste") ? "tasteprint" : name,
                Figures.of(figures.get("recall@10")),
                Figures.of(figures.get("recall@50")),
                Figures.of(figures.get("ndcg@10")),
                Figures.of(figures.get("ndcg@50"))));
        return "\n%s (%,d listeners)%n%s".formatted(title, slice.users(), table);
    }

    private static String interval(Baselines baselines, String name) {
        return Optional.ofNullable(baselines.ci95().get(name)).map(Figures::of).orElse("");
    }
}
