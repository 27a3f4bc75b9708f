package org.tasteprint.taste.tower;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tasteprint.features.Hop;
import org.tasteprint.taste.user.UserKind;

/**
 * How a taste model is trained.
 *
 * @param tower           the audio tower
 * @param users           how listeners' directions come of their histories
 * @param dimensions      of user and track vectors, at least 3: one for the shared taste, one that keeps lengths, the others personal
 * @param loss            what the tower's training makes smaller
 * @param negatives       where the disliked tracks of triples come from, at least one
 * @param margin          by how much a liked track's cosine is to exceed a disliked one's
 * @param epochs          at most; validation by artist inside the training tracks stops earlier
 * @param batch           triples (user, liked, disliked) a step
 * @param learningRate    of Adam
 * @param weightDecay     of Adam
 * @param validationFolds folds of training artists that epochs and blend are chosen on; of these, at most
 *                        {@code validatedFolds} are trained
 * @param validatedFolds  how many of the folds are trained, at least 1
 * @param seed            of everything random
 * @param split           split to train on, or empty for every track
 * @param hop             of segment features
 */
public record TasteSettings(
        Tower tower,
        UserKind users,
        int dimensions,
        TowerLoss loss,
        Set<Negative> negatives,
        double margin,
        int epochs,
        int batch,
        double learningRate,
        double weightDecay,
        int validationFolds,
        int validatedFolds,
        long seed,
        String split,
        Hop hop) {
    public TasteSettings {
        requireNonNull(tower, "tower is null");
        requireNonNull(users, "users is null");
        requireNonNull(loss, "loss is null");
        negatives = Set.copyOf(negatives);
        requireNonNull(split, "split is null");
        requireNonNull(hop, "hop is null");
        require(dimensions >= 3, "dimensions must be at least 3", dimensions);
        require(!negatives.isEmpty(), "negatives must come from somewhere", negatives);
        require(margin > 0 && margin < 2, "margin must be above 0 and below 2", margin);
        require(epochs >= 1, "epochs must be positive", epochs);
        require(batch >= 1, "batch must be positive", batch);
        require(learningRate > 0, "learningRate must be positive", learningRate);
        require(weightDecay >= 0, "weightDecay must not be negative", weightDecay);
        require(validationFolds >= 2, "validationFolds must be at least 2", validationFolds);
        require(validatedFolds >= 1 && validatedFolds <= validationFolds, "validatedFolds must be in 1..validationFolds", validatedFolds);
    }

    /** What suits a tower: 40 dimensions, margin 0.2, every hop and seed at its default, every track for training. */
    public static TasteSettings of(Tower tower) {
        return switch (tower) {
            case Tower.Features features ->
                new TasteSettings(features, UserKind.ALS, 40, TowerLoss.MARGIN, Negative.STANDARD, 0.2, 20, 256, 1e-3, 1e-3, 4, 4, 0, "", Hop.THREE_SECONDS);
            // A step of the convolutional tower takes a hundred times as long: one validation fold has to do.
            case Tower.Conv conv -> new TasteSettings(conv, UserKind.ALS, 40, TowerLoss.MARGIN, Negative.STANDARD, 0.2, 12, 16, 1e-3, 1e-4, 4, 1, 0, "", Hop.THREE_SECONDS);
            // What is learned already would be lost in large steps.
            case Tower.Tuned tuned -> new TasteSettings(tuned, UserKind.ALS, 40, TowerLoss.MARGIN, Negative.STANDARD, 0.2, 8, 16, 3e-4, 1e-4, 4, 1, 0, "", Hop.THREE_SECONDS);
        };
    }

    /** The same but for what is changed: {@code settings.with(draft -> draft.seed = 2)}. */
    public TasteSettings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new TasteSettings(
                draft.tower,
                draft.users,
                draft.dimensions,
                draft.loss,
                draft.negatives,
                draft.margin,
                draft.epochs,
                draft.batch,
                draft.learningRate,
                draft.weightDecay,
                draft.validationFolds,
                draft.validatedFolds,
                draft.seed,
                draft.split,
                draft.hop);
    }

    /** Settings that are being changed. */
    public static final class Draft {
        public Tower tower;
        public UserKind users;
        public int dimensions;
        public TowerLoss loss;
        public Set<Negative> negatives;
        public double margin;
        public int epochs;
        public int batch;
        public double learningRate;
        public double weightDecay;
        public int validationFolds;
        public int validatedFolds;
        public long seed;
        public String split;
        public Hop hop;

        private Draft(TasteSettings from) {
            tower = from.tower;
            users = from.users;
            dimensions = from.dimensions;
            loss = from.loss;
            negatives = from.negatives;
            margin = from.margin;
            epochs = from.epochs;
            batch = from.batch;
            learningRate = from.learningRate;
            weightDecay = from.weightDecay;
            validationFolds = from.validationFolds;
            validatedFolds = from.validatedFolds;
            seed = from.seed;
            split = from.split;
            hop = from.hop;
        }
    }

    /** How many dimensions tell of a listener's own taste: all but the shared one and the reserve of {@link org.tasteprint.taste.sound.Mix}. */
    public int personalDimensions() {
        return dimensions - 2;
    }

    /** Every setting by name, as a model records it. */
    public Map<String, String> asText() {
        Map<String, String> text = new TreeMap<>();
        text.put("tower", tower.toString());
        text.put("users", users.toString());
        text.put("dimensions", Integer.toString(dimensions));
        text.put("loss", loss.toString());
        text.put("negatives", Negative.text(negatives));
        text.put("margin", Double.toString(margin));
        text.put("epochs", Integer.toString(epochs));
        text.put("batch", Integer.toString(batch));
        text.put("learning_rate", Double.toString(learningRate));
        text.put("weight_decay", Double.toString(weightDecay));
        text.put("validation_folds", Integer.toString(validationFolds));
        text.put("validated_folds", Integer.toString(validatedFolds));
        text.put("seed", Long.toString(seed));
        text.put("split", split);
        text.put("hop", hop.text());
        return text;
    }

    /** The settings that {@link #asText} told of. */
    public static TasteSettings fromText(Map<String, String> text) {
        return new TasteSettings(
                Tower.parse(text.get("tower")),
                UserKind.parse(text.get("users")),
                Integer.parseInt(text.get("dimensions")),
                TowerLoss.parse(text.get("loss")),
                Negative.parse(text.get("negatives")),
                Double.parseDouble(text.get("margin")),
                Integer.parseInt(text.get("epochs")),
                Integer.parseInt(text.get("batch")),
                Double.parseDouble(text.get("learning_rate")),
                Double.parseDouble(text.get("weight_decay")),
                Integer.parseInt(text.get("validation_folds")),
                Integer.parseInt(text.get("validated_folds")),
                Long.parseLong(text.get("seed")),
                text.get("split"),
                Hop.parse(text.get("hop")));
    }

    private static void require(boolean condition, String rule, Object value) {
        if (!condition) {
            throw new IllegalArgumentException(rule + "; it is " + value);
        }
    }
}
