package org.tasteprint.taste.user;

import java.util.List;
import java.util.Map;
import org.tasteprint.core.Vectors;
import org.tasteprint.nets.Tensor;
import org.tasteprint.taste.listener.ImplicitAls;
import org.tasteprint.taste.listener.SparseRows;
import org.tasteprint.taste.table.VectorTable;

/** Folds histories in: a listener's vector solves the factorisation's least squares problem with the item vectors as they are. */
final class AlsUsers implements UserModel {
    private static final String PARAMETERS = "als";

    private final ImplicitAls als;
    private final VectorTable items;
    private final ImplicitAls.Folding folding;

    private AlsUsers(ImplicitAls als, VectorTable items) {
        this.als = als;
        this.items = items;
        folding = als.folding(items);
    }

    static AlsUsers learn(ImplicitAls als, SparseRows histories) {
        return new AlsUsers(als, als.factorise(histories).columns());
    }

    static AlsUsers of(VectorTable items, Map<String, Tensor> tensors) {
        float[] parameters = tensors.get(PARAMETERS).values();
        return new AlsUsers(new ImplicitAls(items.width(), parameters[0], parameters[1], 1, 0), items);
    }

    @Override
    public float[] direction(List<SparseRows.Entry> history) {
        return history.isEmpty() ? new float[als.factors()] : Vectors.normalized(folding.row(history));
    }

    @Override
    public VectorTable items() {
        return items;
    }

    @Override
    public Map<String, Tensor> tensors() {
        return Map.of(PARAMETERS, new Tensor(new long[] {2}, new float[] {(float) als.penalty(), (float) als.emphasis()}));
    }
}
