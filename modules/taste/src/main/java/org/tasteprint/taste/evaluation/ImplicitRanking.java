package org.tasteprint.taste.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tasteprint.core.Interval;
import org.tasteprint.features.FeatureStore;
import org.tasteprint.taste.candidate.CandidateSettings;
import org.tasteprint.taste.listener.ImplicitAls;
import org.tasteprint.taste.listener.TasteData;
import org.tasteprint.taste.measure.TopItems;
import org.tasteprint.taste.tower.TasteSettings;

/**
 * Ranks the full catalogue for each listener by what is left of their history, and looks for the items held out. Ours is the
 * history model that user vectors come from; beside it a random order, popularity, ItemKNN, ALS whose penalty and emphasis are
 * tuned on a further fifth held out of what is left, and the candidate network. In memory are the histories, entry by entry, and one row of scores a thread.
 */
final class ImplicitRanking {
    /** Listeners known by so many items are as good as new. */
    static final int COLD_USER_ITEMS = 3;
    /** Items with so many listeners, or fewer, are as good as new. */
    static final int COLD_ITEM_LISTENERS = 5;

    private static final String OURS = "taste";
    private static final List<String> FIGURES = List.of("recall@10", "recall@50", "ndcg@10", "ndcg@50");
    private static final double[] PENALTIES = {0.1, 10, 50, 100};
    private static final double[] EMPHASES = {1, 5, 20};
    private static final int ITERATIONS = 6;
    /** What the neural user model is held against, whatever the model is that taste uses. */
    private static final String NETWORK = "dnn";

    private static final String FACTORISATION = "als";

    private final Items kind;
    private final long seed;
    private final boolean dated;
    private final RankingQuestion question;
    private final boolean[] coldItems;
    private final Map<String, int[][]> top = new LinkedHashMap<>();
    private final Map<String, int[][]> topOfColdUsers = new LinkedHashMap<>();

    /**
     * Learns and ranks; {@link #isEmpty} afterwards when nobody has a log of such items.
     *
     * @param store what tracks sound like, for rankings by sound
     */
    ImplicitRanking(TasteData data, FeatureStore store, Items kind, TasteSettings settings) {
        this.kind = kind;
        this.seed = settings.seed();
        PlayedItems played = PlayedItems.of(data, kind);
        dated = played.dated();
        PlayedItems.Parted parts = played.parted(seed);
        question = RankingQuestion.of(parts);
        double[] listeners = Rankers.listeners(question.histories());
        coldItems = new boolean[listeners.length];
        for (int item = 0; item < listeners.length; item++) {
            coldItems[item] = listeners[item] <= COLD_ITEM_LISTENERS;
        }
        if (!isEmpty()) {
            Map<String, Ranker.System> systems = new LinkedHashMap<>();
            systems.put(OURS, (histories, s) -> switch (settings.users()) {
                case ALS -> Rankers.als(ImplicitAls.standard(settings.personalDimensions(), s), histories);
                case DNN -> Rankers.candidate(CandidateSettings.standard(settings.personalDimensions(), s), histories);
            });
            systems.put("random", Rankers::random);
            systems.put("popularity", Rankers::popularity);
            if (kind == Items.TRACKS) {
                systems.putAll(SoundRankers.of(parts.rest(), data, store, settings));
            }
            systems.put("item_knn", Rankers::itemKnn);
            systems.put(FACTORISATION, (histories, s) -> Rankers.als(tuned(parts.rest(), settings), histories));
            systems.put(NETWORK, (histories, s) -> Rankers.candidate(CandidateSettings.standard(settings.dimensions(), s), histories));
            systems.forEach((name, system) -> {
                try (Ranker ranker = system.learn(question.histories(), seed)) {
                    top.put(name, question.top(ranker, Integer.MAX_VALUE, seed));
                    topOfColdUsers.put(name, question.top(ranker, COLD_USER_ITEMS, seed));
                }
            });
        }
    }

    boolean isEmpty() {
        return question.users().length == 0;
    }

    TasteReport.Implicit report() {
        Map<String, Double> ours = means(question, top, OURS);
        Map<String, Interval> intervals = new LinkedHashMap<>();
        FIGURES.forEach(figure -> intervals.put(figure, comparison(question, top, OURS, OURS, figure).interval(0)));
        double[] listeners = Rankers.listeners(question.histories());
        Map<String, Exposure> exposure = new LinkedHashMap<>();
        top.forEach((system, lists) -> exposure.put(system, Exposure.of(lists, listeners)));
        return new TasteReport.Implicit(
                ours.get("recall@10"),
                ours.get("recall@50"),
                ours.get("ndcg@10"),
                ours.get("ndcg@50"),
                question.users().length,
                question.histories().columns(),
                dated ? "time" : "random",
                intervals,
                kind,
                slice(question, topOfColdUsers),
                slice(question.only(coldItems), top),
                exposure);
    }

    /** Writes the figures of each baseline. */
    void report(Map<String, Map<String, Double>> means, Map<String, Interval> intervals, Map<String, Interval> leads) {
        top.keySet().stream().filter(system -> !system.equals(OURS)).forEach(system -> {
            means.put(system, means(question, top, system));
            for (String figure : FIGURES) {
                Comparison comparison = comparison(question, top, OURS, system, figure);
                intervals.put("implicit." + system + "." + figure, comparison.interval(1));
                leads.put("implicit." + system + "." + figure, comparison.lead(1));
            }
        });
        if (!isEmpty()) {
            FIGURES.forEach(figure -> leads.put(
                    TasteReport.Baselines.NETWORK_LEAD + figure, comparison(question, top, NETWORK, FACTORISATION, figure).lead(1)));
        }
    }

    private TasteReport.Slice slice(RankingQuestion asked, Map<String, int[][]> lists) {
        Map<String, Map<String, Double>> figures = new LinkedHashMap<>();
        Map<String, Interval> leads = new LinkedHashMap<>();
        int users = comparison(asked, lists, OURS, OURS, "ndcg@10").users();
        if (users > 0) {
            lists.keySet().forEach(system -> {
                figures.put(system, means(asked, lists, system));
                if (!system.equals(OURS)) {
                    FIGURES.forEach(figure -> leads.put(system + "." + figure, comparison(asked, lists, OURS, system, figure).lead(1)));
                }
            });
        }
        return new TasteReport.Slice(users, figures, leads);
    }

    private Map<String, Double> means(RankingQuestion asked, Map<String, int[][]> lists, String system) {
        Map<String, Double> means = new LinkedHashMap<>();
        FIGURES.forEach(figure -> means.put(figure, comparison(asked, lists, OURS, system, figure).mean(1)));
        return means;
    }

    private Comparison comparison(RankingQuestion asked, Map<String, int[][]> lists, String one, String other, String figure) {
        Comparison comparison = new Comparison(List.of(one, other), seed);
        for (int i = 0; i < asked.users().length; i++) {
            int[] wanted = asked.wanted()[i];
            if (wanted.length > 0) {
                comparison.add(
                        Integer.toString(asked.users()[i]),
                        1,
                        figure(figure, lists.get(one)[i], wanted),
                        figure(figure, lists.get(other)[i], wanted));
            }
        }
        return comparison;
    }

    private static double figure(String name, int[] top, int[] wanted) {
        int depth = Integer.parseInt(name.substring(name.indexOf('@') + 1));
        return name.startsWith("recall") ? TopItems.recall(top, wanted, depth) : TopItems.ndcg(top, wanted, depth);
    }

    private static ImplicitAls tuned(PlayedItems data, TasteSettings settings) {
        RankingQuestion inside = RankingQuestion.of(data.parted(settings.seed() + 1));
        ImplicitAls best = ImplicitAls.standard(settings.dimensions(), settings.seed());
        double highest = -1;
        for (double penalty : PENALTIES) {
            for (double emphasis : EMPHASES) {
                ImplicitAls candidate =
                        new ImplicitAls(settings.dimensions(), penalty, emphasis, ITERATIONS, settings.seed());
                int[][] lists = inside.top(Rankers.als(candidate, inside.histories()), Integer.MAX_VALUE, settings.seed());
                double ndcgAt10 = IntStream.range(0, lists.length)
                        .mapToDouble(i -> TopItems.ndcg(lists[i], inside.wanted()[i], 10))
                        .average()
                        .orElse(0);
                if (ndcgAt10 > highest) {
                    highest = ndcgAt10;
                    best = candidate;
                }
            }
        }
        return best;
    }
}
