package org.tasteprint.taste.evaluation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.tasteprint.core.Interval;
import org.tasteprint.core.Progress;
import org.tasteprint.core.Track;
import org.tasteprint.core.Vectors;
import org.tasteprint.taste.candidate.CandidateNetwork;
import org.tasteprint.taste.candidate.CandidateSettings;
import org.tasteprint.taste.candidate.CandidateTrainer;
import org.tasteprint.taste.candidate.Histories;
import org.tasteprint.taste.listener.ImplicitAls;
import org.tasteprint.taste.listener.ItemKnn;
import org.tasteprint.taste.listener.Listening;
import org.tasteprint.taste.listener.SparseRows;
import org.tasteprint.taste.listener.TasteData;
import org.tasteprint.taste.measure.TopItems;
import org.tasteprint.taste.tower.TasteSettings;

/**
 * Ranks the full catalogue for each listener by what is left of their history, and looks for the items held out. Ours is the
 * history model that user vectors come from; beside it popularity, ItemKNN, ALS with penalty and emphasis tuned on a further
 * fifth held out of what is left, and the candidate network.
 */
final class ImplicitRanking {
    private static final int LISTENERS_AT_MOST = 2000;
    private static final List<String> FIGURES = List.of("recall@10", "recall@50", "ndcg@10", "ndcg@50");
    private static final double[] PENALTIES = {0.1, 10, 50};
    private static final double[] EMPHASES = {1, 5, 20};
    private static final int ITERATIONS = 6;

    private final TasteSettings settings;
    private final Map<String, Map<String, Comparison>> comparisons = new LinkedHashMap<>();
    private final String parting;
    private final int items;

    /** Trains and ranks; {@link #isEmpty} afterwards when nobody has a log. */
    ImplicitRanking(TasteData data, TasteSettings settings) {
        this.settings = settings;
        HeldOutItems parts = HeldOutItems.of(data, settings.seed());
        parting = parts.parting();
        Question question = Question.of(parts);
        items = question.histories().columns();
        if (question.users().length > 0) {
            ImplicitAls ours = ImplicitAls.standard(settings.personalDimensions(), settings.seed());
            ImplicitAls tuned = tuned(parts.rest());
            SparseRows histories = question.histories();
            double[] popularity = popularity(histories);
            ItemKnn knn = new ItemKnn(histories);
            Map<String, double[][]> figures = new LinkedHashMap<>();
            figures.put("taste", question.figures(scores(ours.factorise(histories))));
            figures.put("popularity", question.figures(user -> popularity));
            figures.put("item_knn", question.figures(knn::scores));
            figures.put("als", question.figures(scores(tuned.factorise(histories))));
            figures.put("dnn", neural(question));
            compare(question, figures);
        }
    }

    boolean isEmpty() {
        return comparisons.isEmpty();
    }

    private void compare(Question question, Map<String, double[][]> figures) {
        for (String system : figures.keySet()) {
            Map<String, Comparison> byFigure = new LinkedHashMap<>();
            for (int f = 0; f < FIGURES.size(); f++) {
                Comparison comparison = new Comparison(List.of("taste", system), settings.seed());
                for (int i = 0; i < question.users().length; i++) {
                    comparison.add(
                            Integer.toString(question.users()[i]), 1, figures.get("taste")[i][f], figures.get(system)[i][f]);
                }
                byFigure.put(FIGURES.get(f), comparison);
            }
            comparisons.put(system, byFigure);
        }
    }

    TasteReport.Implicit report() {
        Map<String, Interval> intervals = new LinkedHashMap<>();
        Map<String, Comparison> ours = comparisons.get("taste");
        ours.forEach((figure, comparison) -> intervals.put(figure, comparison.interval(0)));
        return new TasteReport.Implicit(
                ours.get("recall@10").mean(0),
                ours.get("recall@50").mean(0),
                ours.get("ndcg@10").mean(0),
                ours.get("ndcg@50").mean(0),
                ours.get("ndcg@10").users(),
                items,
                parting,
                intervals);
    }

    /** Writes the figures of each baseline. */
    void report(Map<String, Map<String, Double>> means, Map<String, Interval> intervals, Map<String, Interval> leads) {
        comparisons.forEach((system, byFigure) -> {
            if (!system.equals("taste")) {
                Map<String, Double> figures = new LinkedHashMap<>();
                byFigure.forEach((figure, comparison) -> {
                    figures.put(figure, comparison.mean(1));
                    intervals.put("implicit." + system + "." + figure, comparison.interval(1));
                    leads.put("implicit." + system + "." + figure, comparison.lead(1));
                });
                means.put(system, figures);
            }
        });
    }

    private double[][] neural(Question question) {
        Histories histories = Histories.of(question.histories());
        CandidateSettings standard = CandidateSettings.standard(settings.dimensions(), settings.seed());
        try (CandidateNetwork network = new CandidateTrainer(Progress.SILENT).train(histories, standard)) {
            return question.figures(user -> network.scores(network.embed(histories, user)));
        }
    }

    private ImplicitAls tuned(TasteData data) {
        Question question = Question.of(HeldOutItems.of(data, settings.seed() + 1));
        ImplicitAls best = ImplicitAls.standard(settings.dimensions(), settings.seed());
        double highest = -1;
        for (double penalty : PENALTIES) {
            for (double emphasis : EMPHASES) {
                ImplicitAls candidate =
                        new ImplicitAls(settings.dimensions(), penalty, emphasis, ITERATIONS, settings.seed());
                double[][] figures = question.figures(scores(candidate.factorise(question.histories())));
                double ndcgAt10 = Arrays.stream(figures).mapToDouble(figure -> figure[2]).average().orElse(0);
                if (ndcgAt10 > highest) {
                    highest = ndcgAt10;
                    best = candidate;
                }
            }
        }
        return best;
    }

    private static IntFunction<double[]> scores(ImplicitAls.Factors factors) {
        return user -> Arrays.stream(factors.columns())
                .mapToDouble(item -> Vectors.dot(factors.rows()[user], item))
                .toArray();
    }

    private static double[] popularity(SparseRows histories) {
        double[] listeners = new double[histories.columns()];
        for (int item : histories.column()) {
            listeners[item]++;
        }
        return listeners;
    }

    /**
     * Which items are to be found for whom.
     *
     * @param histories what is left
     * @param users     rows of the listeners asked about
     * @param wanted    items held out of each one's history, -1 for one that nobody has any more
     */
    private record Question(SparseRows histories, int[] users, int[][] wanted) {
        static Question of(HeldOutItems parts) {
            Set<String> everyTrack = new LinkedHashSet<>();
            parts.rest().tracks().stream().map(Track::id).forEach(everyTrack::add);
            Listening listening = Listening.of(parts.rest(), everyTrack);
            int[] asked = IntStream.range(0, listening.users().size())
                    .filter(user -> parts.heldOut().containsKey(listening.users().get(user)))
                    .toArray();
            int every = (asked.length + LISTENERS_AT_MOST - 1) / LISTENERS_AT_MOST;
            int[] users = IntStream.range(0, asked.length).filter(i -> i % every == 0).map(i -> asked[i]).toArray();
            int[][] wanted = Arrays.stream(users)
                    .mapToObj(user -> parts.heldOut().get(listening.users().get(user)).stream()
                            .map(listening::column)
                            .mapToInt(column -> column.orElse(-1))
                            .toArray())
                    .toArray(int[][]::new);
            return new Question(listening.histories(), users, wanted);
        }

        /** The four figures of each listener asked about. */
        double[][] figures(IntFunction<double[]> scores) {
            return IntStream.range(0, users.length)
                    .parallel()
                    .mapToObj(i -> {
                        double[] ofUser = scores.apply(users[i]).clone();
                        for (int at = histories.starts()[users[i]]; at < histories.starts()[users[i] + 1]; at++) {
                            ofUser[histories.column()[at]] = Double.NEGATIVE_INFINITY;
                        }
                        int[] top = TopItems.of(ofUser, 50);
                        return new double[] {
                            TopItems.recall(top, wanted[i], 10),
                            TopItems.recall(top, wanted[i], 50),
                            TopItems.ndcg(top, wanted[i], 10),
                            TopItems.ndcg(top, wanted[i], 50)
                        };
                    })
                    .toArray(double[][]::new);
        }
    }
}
