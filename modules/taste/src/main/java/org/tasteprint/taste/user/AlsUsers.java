package org.tasteprint.taste.user;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tasteprint.core.Vectors;
import org.tasteprint.nets.Tensor;
import org.tasteprint.taste.listener.ImplicitAls;
import org.tasteprint.taste.listener.SparseRows;
import org.tasteprint.taste.table.VectorTable;

/** Folds histories in: a listener's vector solves the factorisation's least squares problem with the item vectors as they are. */
final class AlsUsers implements UserModel {
    private static final String ITEMS = "items";
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

    static AlsUsers of(Map<String, Tensor> tensors) {
        float[] parameters = tensors.get(PARAMETERS).values();
        Tensor table = tensors.get(ITEMS);
        int width = (int) table.shape()[1];
        return new AlsUsers(new ImplicitAls(width, parameters[0], parameters[1], 1, 0), VectorTable.of(table));
    }

    @Override
    public float[] direction(List<SparseRows.Entry> history) {
        return history.isEmpty() ? new float[als.factors()] : Vectors.normalized(folding.row(history));
    }

    @Override
    public Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put(ITEMS, items.tensor());
        tensors.put(PARAMETERS, new Tensor(new long[] {2}, new float[] {(float) als.penalty(), (float) als.emphasis()}));
        return tensors;
    }
}
