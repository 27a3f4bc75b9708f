package org.tasteprint.genre.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tasteprint.core.Progress;

/** Trains perceptrons, several at a time, each from weights and orders of rows of its own. */
final class MlpTrainer {
    private static final int BATCH_ROWS = 200;

    /** An epoch that lowers the cost by less gains nothing. */
    private static final double TOLERANCE = 1e-4;

    private final Mlp settings;
    private final int[] label;
    private final int labels;
    private final double[] weights;
    private final long seed;
    private final float[][] rows;

    /** A classifier and how its first member learned. */
    record Trained(PerceptronClassifier classifier, LearningCurve curve) {}

    private record Member(PerceptronClassifier.Layers layers, LearningCurve curve) {}

    /** @param balanced whether rows of rare labels count more */
    MlpTrainer(Examples examples, Mlp settings, boolean balanced, long seed) {
        this.settings = settings;
        this.label = examples.label();
        this.labels = examples.labels();
        this.weights = examples.weights(balanced);
        this.seed = seed;
        this.rows = Arrays.stream(examples.rows()).map(Tensors::floats).toArray(float[][]::new);
    }

    Trained train(Progress progress) {
        try (Progress.Task task = progress.begin("training perceptrons", "epochs", (long) settings.members() * settings.epochs())) {
            List<SplittableRandom> seeds = new ArrayList<>();
            SplittableRandom random = new SplittableRandom(seed);
            IntStream.range(0, settings.members()).forEach(member -> seeds.add(random.split()));
            List<Member> members = seeds.parallelStream().map(own -> member(own, task)).toList();
            return new Trained(
                    new PerceptronClassifier(members.stream().map(Member::layers).toList()), members.getFirst().curve());
        }
    }

    private Member member(SplittableRandom random, Progress.Task task) {
        PerceptronLearning network = new PerceptronLearning(settings, rows[0].length, labels, random.nextLong());
        int[] order = IntStream.range(0, rows.length).toArray();
        List<LearningCurve.Epoch> done = new ArrayList<>();
        double least = Double.POSITIVE_INFINITY;
        int idle = 0;
        while (done.size() < settings.epochs() && idle <= settings.patience()) {
            double cost = epoch(network, order, random);
            idle = cost > least - TOLERANCE ? idle + 1 : 0;
            least = Math.min(least, cost);
            done.add(new LearningCurve.Epoch(cost, OptionalDouble.empty(), OptionalDouble.empty()));
            task.advance(1);
        }
        return new Member(network.layers(), new LearningCurve(done, done.size() - 1));
    }

    /** Goes through the rows once, in a new order; returns their mean cost. */
    private double epoch(PerceptronLearning network, int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int row = order[i];
            order[i] = order[other];
            order[other] = row;
        }
        double cost = 0;
        for (int from = 0; from < order.length; from += BATCH_ROWS) {
            int[] batch = Arrays.copyOfRange(order, from, Math.min(order.length, from + BATCH_ROWS));
            float[][] own = Arrays.stream(batch).mapToObj(row -> rows[row]).toArray(float[][]::new);
            cost += network.step(own, Arrays.stream(batch).map(row -> label[row]).toArray(), weights) * batch.length;
        }
        return cost / order.length;
    }
}
