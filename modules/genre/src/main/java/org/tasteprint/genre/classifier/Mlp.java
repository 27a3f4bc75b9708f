package org.tasteprint.genre.classifier;

import java.util.Map;

/**
 * Perceptrons with one hidden layer of ReLU units and a softmax (Ghosal and Kolekar, "Music genre recognition using deep neural networks
 * and transfer learning", 2018), learned by Adam in batches of 200 rows until the cost no longer falls, with the defaults of
 * scikit-learn's MLPClassifier. Several that begin with other weights say their mean, which is steadier than any of them.
 *
 * @param hidden       units of the hidden layer
 * @param epochs       the most there are
 * @param patience     epochs that lower the cost by less than a ten-thousandth after which learning ends
 * @param learningRate of Adam
 * @param penalty      on half the sum of the squared weights, per row of a batch
 * @param dropout      share of the hidden units that a row of training does without, 0 to below 1
 * @param members      how many perceptrons
 */
public record Mlp(int hidden, int epochs, int patience, double learningRate, double penalty, double dropout, int members)
        implements ClassifierSettings.OfRows {
    /** The paper's hidden layer; five of them. */
    public static final Mlp DEFAULT = new Mlp(256, 200, 10, 1e-3, 1e-4, 0, 5);

    /** Ghosal and Kolekar's: a single one, with a quarter of its hidden units dropped. */
    public static final Mlp OF_THE_PAPER = new Mlp(256, 200, 10, 1e-3, 0, 0.25, 1);

    public Mlp {
        if (hidden < 1 || members < 1) {
            throw Parameters.invalid("hidden and members must be positive; hidden=%d, members=%d".formatted(hidden, members));
        }
        Parameters.requireEpochs(epochs, patience);
        Parameters.requirePositive("learningRate", learningRate);
        if (!(penalty >= 0) || Double.isInfinite(penalty)) {
            throw Parameters.invalid("penalty must be 0 or positive; penalty=" + penalty);
        }
        if (!(dropout >= 0 && dropout < 1)) {
            throw Parameters.invalid("dropout must be from 0 to below 1; dropout=" + dropout);
        }
    }

    @Override
    public Map<String, String> asText() {
        return Map.of(
                "classifier", "mlp",
                "hidden", Integer.toString(hidden),
                "epochs_at_most", Integer.toString(epochs),
                "patience", Integer.toString(patience),
                "learning_rate", Double.toString(learningRate),
                "penalty", Double.toString(penalty),
                "dropout", Double.toString(dropout),
                "members", Integer.toString(members));
    }
}
