package org.tasteprint.taste.tower;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import java.util.Locale;
import java.util.function.Supplier;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/**
 * What a tower's training makes smaller. R is the cosine of a user's vector and a track's; every loss wants R of the liked track
 * above R of others.
 */
public enum TowerLoss {
    /** Chen and Liang 2020, equation 2: max(0, Δ − R⁺ + R⁻). */
    MARGIN,
    /** The cross entropy of choosing the liked track of the two, −log softmax(R⁺/τ, R⁻/τ): it goes on where the margin is reached. */
    SOFTMAX,
    /**
     * The cross entropy of choosing the liked track among every track of the batch that the user does not like: many negatives
     * for the price of one. A track that comes often as somebody's favourite comes as often as a negative; the logarithm of how
     * often is taken from its R/τ (Yi et al. 2019, "Sampling-bias-corrected neural modeling").
     */
    IN_BATCH;

    /** τ: cosines are at most 1, and a softmax of such small numbers would hardly choose. */
    private static final float TEMPERATURE = 0.1f;
    private static final float TINY = 1e-12f;

    /**
     * The mean loss of a batch.
     *
     * @param users      N×dimensions
     * @param tracks     2N×dimensions, the tower's output: a track that each user likes, then one that each does not
     * @param correction N×2N, what {@link #IN_BATCH} adds to R/τ of a user and a track: a large negative number for a track that
     *                   the user likes and that is not their own
     * @param margin     Δ
     * @return a single number
     */
    public NDArray of(NDArray users, NDArray tracks, Supplier<NDArray> correction, double margin) {
        long n = users.getShape().get(0);
        return switch (this) {
            case MARGIN -> margin(users, tracks, margin);
            case SOFTMAX -> softplus(gap(users, tracks).div(TEMPERATURE)).mean();
            case IN_BATCH -> {
                NDArray scores = unit(users).matMul(unit(tracks).transpose()).div(TEMPERATURE);
                NDArray own = users.getManager().eye((int) n, (int) (2 * n), 0, DataType.FLOAT32);
                yield scores.add(correction.get()).logSoftmax(1).mul(own).sum().div(-n);
            }
        };
    }

    /** {@link #MARGIN} of a batch, as {@link #of} takes it. */
    public static NDArray margin(NDArray users, NDArray tracks, double margin) {
        return gap(users, tracks).add(margin).maximum(0).mean();
    }

    /** R⁻ − R⁺ of each user. */
    private static NDArray gap(NDArray users, NDArray tracks) {
        NDList halves = unit(tracks).split(2);
        return unit(users).mul(halves.get(1).sub(halves.get(0))).sum(new int[] {1});
    }

    /** log(1 + eˣ), for large x too. */
    private static NDArray softplus(NDArray x) {
        return NDArrays.maximum(x, 0).add(x.abs().neg().exp().add(1).log());
    }

    private static NDArray unit(NDArray vectors) {
        return vectors.div(vectors.square().sum(new int[] {1}, true).add(TINY).sqrt());
    }

    /**
     * Reads what people write: {@code margin}, {@code softmax} or {@code in-batch}.
     *
     * @throws TasteprintException {@code INVALID_INPUT} when there is no such loss
     */
    public static TowerLoss parse(String text) {
        for (TowerLoss loss : values()) {
            if (loss.toString().equals(text.strip())) {
                return loss;
            }
        }
        throw new TasteprintException(
                Kind.INVALID_INPUT, "there is no loss '%s': it is margin, softmax or in-batch".formatted(text));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
