package org.tasteprint.taste.user;

import java.util.List;
import java.util.Map;
import org.tasteprint.core.Vectors;
import org.tasteprint.nets.Tensor;
import org.tasteprint.taste.candidate.CandidateNetwork;
import org.tasteprint.taste.listener.SparseRows;
import org.tasteprint.taste.table.VectorTable;

/** Runs the candidate network on histories. */
final class NetworkUsers implements UserModel {
    private final CandidateNetwork network;

    private NetworkUsers(CandidateNetwork network) {
        this.network = network;
    }

    static NetworkUsers of(VectorTable items, Map<String, Tensor> tensors) {
        return new NetworkUsers(CandidateNetwork.of(items, tensors));
    }

    /** Takes over what embeds histories, and closes the network that was trained. */
    static NetworkUsers of(CandidateNetwork trained) {
        try (trained) {
            return of(trained.items(), trained.tensors());
        }
    }

    @Override
    public float[] direction(List<SparseRows.Entry> history) {
        int[] items = history.stream().mapToInt(SparseRows.Entry::column).toArray();
        float[] weights = new float[items.length];
        boolean nothing = true;
        for (int i = 0; i < weights.length; i++) {
            SparseRows.Entry entry = history.get(i);
            weights[i] = Math.signum(entry.preference()) * entry.confidence();
            nothing &= weights[i] == 0;
        }
        return nothing ? new float[network.dimensions()] : Vectors.normalized(network.embed(items, weights, items.length));
    }

    @Override
    public VectorTable items() {
        return network.items();
    }

    @Override
    public Map<String, Tensor> tensors() {
        return network.tensors();
    }
}
