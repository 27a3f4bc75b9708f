package org.tasteprint.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TensorTest {
    private final Tensor tensor = new Tensor(new long[] {2, 3, 2}, new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});

    @Test
    void permutingAxesMovesEveryValue() {
        Tensor permuted = tensor.permuted(2, 0, 1);
        assertThat(permuted.shape()).containsExactly(2, 2, 3);
        assertThat(permuted.values()).containsExactly(0, 2, 4, 6, 8, 10, 1, 3, 5, 7, 9, 11);
        assertThat(permuted.permuted(1, 2, 0)).isEqualTo(tensor);
    }

    @Test
    void dropsAnAxisOfOne() {
        Tensor column = new Tensor(new long[] {2, 1, 3}, new float[6]);
        assertThat(column.without(1)).isEqualTo(new Tensor(new long[] {2, 3}, new float[6]));
        assertThatIllegalArgumentException().isThrownBy(() -> column.without(0));
        assertThatIllegalArgumentException().isThrownBy(() -> column.without(3));
    }

    @Test
    void refusesWhatIsNoPermutation() {
        assertThatIllegalArgumentException().isThrownBy(() -> tensor.permuted(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> tensor.permuted(0, 1, 1));
    }

    @Test
    void shapesThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Tensor(new long[] {2, 2}, new float[3]));
        assertThatIllegalArgumentException().isThrownBy(() -> Tensor.size(new long[] {Long.MAX_VALUE, 2}));
    }
}
