package org.tasteprint.genre.classifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.tasteprint.core.Progress;
import org.tasteprint.nets.Tensor;

/**
 * Runs epochs until the cost on songs held out has not fallen for a while, and keeps the weights of the best.
 *
 * @param epochs   the most there are
 * @param patience epochs without a lower cost after which training ends
 */
public record EarlyStopping(int epochs, int patience) {
    /**
     * What was learned.
     *
     * @param parameters of the best epoch
     * @param curve      all epochs
     */
    public record Learned(Map<String, Tensor> parameters, LearningCurve curve) {}

    /**
     * @param what  is being done, for the progress
     * @param epoch runs the epoch of that number, from 0, and judges it by songs held out
     */
    public Learned run(String what, NetworkLearning network, IntFunction<LearningCurve.Epoch> epoch, Progress progress) {
        List<LearningCurve.Epoch> done = new ArrayList<>();
        int best = 0;
        Map<String, Tensor> parameters = Map.of();
        try (Progress.Task task = progress.begin(what, "epochs", epochs)) {
            while (done.size() < epochs && done.size() - best <= patience) {
                LearningCurve.Epoch last = epoch.apply(done.size());
                if (done.isEmpty() || cost(last) < cost(done.get(best))) {
                    best = done.size();
                    parameters = network.parameters();
                }
                done.add(last);
                task.advance(1);
                task.detail("cost %.3f, on songs held out %.3f (best %.3f)"
                        .formatted(last.training(), cost(last), cost(done.get(best))));
            }
        }
        return new Learned(parameters, new LearningCurve(done, best));
    }

    private static double cost(LearningCurve.Epoch epoch) {
        return epoch.validation().orElseThrow();
    }
}
