package org.tasteprint.nets.choi;

import ai.djl.nn.Block;
import ai.djl.nn.norm.BatchNorm;
import org.tasteprint.nets.Tensor;

/**
 * Batch normalisation of the published taggers. Their files hold under {@code running_std} standard deviations, as Keras kept them
 * until 1.0.6, including the epsilon of that time under the root, and the network divides by them plus epsilon. Read as variances,
 * as the published examples do under later versions, the layers see inputs 10 to 490 times too large.
 */
final class TaggerNormalisation {
    /** Keras's at that time. */
    static final float EPSILON = 1e-6f;

    private static final int TIME = 3;

    private TaggerNormalisation() {}

    /** Normalisation of N×1×bands×frames that has a mean and a variance for each frame. */
    static Block ofMoments() {
        return BatchNorm.builder().optAxis(TIME).optEpsilon(EPSILON).build();
    }

    /** The variances for which the root of variance plus {@link #EPSILON} is what the network divided by. */
    static Tensor variances(Tensor deviations) {
        float[] variances = new float[deviations.values().length];
        for (int i = 0; i < variances.length; i++) {
            double divisor = deviations.values()[i] + (double) EPSILON;
            variances[i] = (float) Math.max(0, divisor * divisor - EPSILON);
        }
        return new Tensor(deviations.shape(), variances);
    }
}
