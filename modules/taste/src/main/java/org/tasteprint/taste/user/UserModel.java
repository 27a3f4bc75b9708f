package org.tasteprint.taste.user;

import java.util.List;
import java.util.Map;
import org.tasteprint.core.Progress;
import org.tasteprint.nets.Tensor;
import org.tasteprint.taste.candidate.CandidateSettings;
import org.tasteprint.taste.candidate.CandidateTrainer;
import org.tasteprint.taste.candidate.Histories;
import org.tasteprint.taste.listener.ImplicitAls;
import org.tasteprint.taste.listener.SparseRows;
import org.tasteprint.taste.table.VectorTable;

/** Gives the listener of any history a direction. Immutable and safe for use by several threads. */
public interface UserModel {
    /**
     * The direction that a history points in.
     *
     * @param history entries of items that it was learned from, each once
     * @return float[dimensions], of length 1; of length 0 where the history says nothing
     */
    float[] direction(List<SparseRows.Entry> history);

    /** The vectors of items, by column. */
    VectorTable items();

    /** All else that it consists of, by name; {@link #of} makes it again. */
    Map<String, Tensor> tensors();

    /** The directions of many, a row each. */
    default VectorTable directions(SparseRows histories, int dimensions) {
        return VectorTable.of(histories.rows(), dimensions, row -> direction(histories.row(row)));
    }

    /**
     * Learns from histories.
     *
     * @param dimensions of the directions
     * @param seed       of everything random
     */
    static UserModel learn(UserKind kind, SparseRows histories, int dimensions, long seed) {
        return switch (kind) {
            case ALS -> AlsUsers.learn(ImplicitAls.standard(dimensions, seed), histories);
            case DNN -> NetworkUsers.of(new CandidateTrainer(Progress.SILENT)
                    .train(Histories.of(histories), CandidateSettings.standard(dimensions, seed)));
        };
    }

    /**
     * The model that {@link #items} and {@link #tensors} came from.
     *
     * @throws IllegalArgumentException when one is missing or of another shape
     */
    static UserModel of(UserKind kind, VectorTable items, Map<String, Tensor> tensors) {
        return switch (kind) {
            case ALS -> AlsUsers.of(items, tensors);
            case DNN -> NetworkUsers.of(items, tensors);
        };
    }
}
