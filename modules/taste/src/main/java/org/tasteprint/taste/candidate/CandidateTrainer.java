package org.tasteprint.taste.candidate;

import java.util.Arrays;
import org.tasteprint.core.Progress;
import org.tasteprint.taste.measure.TopItems;

/**
 * Trains the candidate model. Where it starts and how many epochs it takes is chosen by items held out of the histories of some listeners; then everything is
 * trained on for so long. The same histories and settings give the same network.
 */
public final class CandidateTrainer {
    /** Scores of listeners and items that a validation may take. */
    private static final long SCORES_AT_MOST = 40_000_000;
    private static final int JUDGES_AT_LEAST = 50;
    private static final int JUDGES_AT_MOST = 2000;
    private static final int BEST = 50;

    private final Progress progress;

    public CandidateTrainer(Progress progress) {
        this.progress = progress;
    }

    /** Trains; the caller closes the network. */
    public CandidateNetwork train(Histories histories, CandidateSettings settings) {
        long epochs = (settings.startPenalties().size() + 1L) * settings.epochs();
        try (Progress.Task task = progress.begin("training the user network", "epochs", epochs)) {
            Start start = start(histories, settings, task);
            return train(histories, settings.startingFrom(start.penalty()), start.epochs(), task);
        }
    }

    /** Trains for so many epochs, none of which is judged; the caller closes the network. */
    public CandidateNetwork train(Histories histories, CandidateSettings settings, int epochs) {
        try (Progress.Task task = progress.begin("training the user network", "epochs", epochs)) {
            return train(histories, settings, epochs, task);
        }
    }

    private static CandidateNetwork train(Histories histories, CandidateSettings settings, int epochs, Progress.Task task) {
        try (CandidateTraining training = new CandidateTraining(histories, settings)) {
            for (int epoch = 0; epoch < epochs && !training.isEmpty(); epoch++) {
                task.detail("loss %.3f".formatted(training.epoch(epoch / (double) settings.epochs())));
                task.advance(1);
            }
            return training.network();
        }
    }

    /**
     * What finds held-out items best.
     *
     * @param penalty of the factorisation at the start
     * @param epochs  0 where the start is best
     */
    private record Start(double penalty, int epochs, double quality) {}

    private static Start start(Histories histories, CandidateSettings settings, Progress.Task task) {
        int judges = (int) Math.clamp(SCORES_AT_MOST / Math.max(1, histories.items()), JUDGES_AT_LEAST, JUDGES_AT_MOST);
        HeldOutEntries rest = new HeldOutEntries(histories, judges, settings.seed());
        Start best = new Start(settings.startPenalties().getFirst(), 0, Double.NEGATIVE_INFINITY);
        for (double penalty : settings.startPenalties()) {
            Start candidate = start(rest, settings.startingFrom(penalty), task);
            best = candidate.quality() > best.quality() ? candidate : best;
        }
        return best;
    }

    /** After how many epochs from one start items held out are found best. */
    private static Start start(HeldOutEntries rest, CandidateSettings settings, Progress.Task task) {
        double penalty = settings.startPenalties().getFirst();
        try (CandidateTraining training = new CandidateTraining(rest, settings);
                CandidateNetwork network = training.network()) {
            if (training.isEmpty()) {
                return new Start(penalty, 0, 0);
            }
            Start best = new Start(penalty, 0, quality(network, rest));
            for (int epoch = 0; epoch < settings.epochs(); epoch++) {
                training.epoch(epoch / (double) settings.epochs());
                double quality = quality(network, rest);
                task.advance(1);
                task.detail("validation %.4f".formatted(quality));
                if (quality > best.quality()) {
                    best = new Start(penalty, epoch + 1, quality);
                }
            }
            return best;
        }
    }

    /** The mean over listeners of NDCG@10 and recall@50, which count alike. */
    private static double quality(CandidateNetwork network, HeldOutEntries rest) {
        return rest.judges()
                .parallel()
                .mapToObj(listener -> quality(network, rest, listener))
                .flatMap(Arrays::stream)
                .sorted()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    private static Double[] quality(CandidateNetwork network, HeldOutEntries rest, int listener) {
        int[] wanted = rest.heldOut(listener);
        int[] items = new int[rest.size(listener)];
        float[] weights = new float[items.length];
        int size = rest.read(listener, items, weights);
        if (wanted.length == 0 || size == 0) {
            return new Double[0];
        }
        double[] scores = network.scores(network.embed(items, weights, size));
        for (int i = 0; i < size; i++) {
            scores[items[i]] = Double.NEGATIVE_INFINITY;
        }
        int[] top = TopItems.of(scores, BEST);
        return new Double[] {TopItems.ndcg(top, wanted, 10) / 2 + TopItems.recall(top, wanted, BEST) / 2};
    }
}
