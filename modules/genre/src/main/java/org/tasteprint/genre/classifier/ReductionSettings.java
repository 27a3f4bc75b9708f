package org.tasteprint.genre.classifier;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import smile.tensor.EVD;

/** Onto which directions standardised features are turned before anything decides about them. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ReductionSettings.Pca.class, name = "pca"),
    @JsonSubTypes.Type(value = ReductionSettings.Lda.class, name = "lda"),
    @JsonSubTypes.Type(value = ReductionSettings.LdaToBeChosen.class, name = "lda-auto")
})
public sealed interface ReductionSettings {
    /**
     * @param rows   at least 2
     * @param label  int[rows]: from 0, each of them with at least one row
     * @param weight double[columns]: by what the standardised columns are multiplied, above 0
     */
    Reduction fit(FeatureMatrix rows, int[] label, double[] weight);

    /** Whether directions depend on labels: then rows that were looked at are told apart more easily than others. */
    default boolean looksAtLabels() {
        return false;
    }

    /** As a model's provenance and the command line name it. */
    String text();

    /**
     * Principal components: the eigenvectors of the correlation matrix, largest first. They keep their variance; they are not
     * whitened.
     *
     * @param components how many to keep; there are no more than columns, nor than rows less one. 0 = standardise alone
     */
    record Pca(int components) implements ReductionSettings {
        /** What Chen and Liang (2020) keep. */
        public static final int DEFAULT = 128;

        public Pca {
            if (components < 0) {
                throw new TasteprintException(Kind.INVALID_INPUT, "pca must be 0 or positive; pca=" + components);
            }
        }

        @Override
        public Reduction fit(FeatureMatrix rows, int[] label, double[] weight) {
            Reduction standardising = Reduction.standardising(rows, weight);
            int kept = Math.min(components, Math.min(rows.dimensions(), rows.rows() - 1));
            if (kept == 0) {
                return standardising;
            }
            EVD eigen = standardising.correlation(rows).eigen().sort();
            double[][] directions = new double[rows.dimensions()][kept];
            for (int i = 0; i < directions.length; i++) {
                for (int j = 0; j < kept; j++) {
                    directions[i][j] = eigen.Vr().get(i, j);
                }
            }
            return standardising.onto(directions);
        }

        @Override
        public String text() {
            return "pca " + components;
        }
    }

    /**
     * Fisher's discriminants: the directions, one fewer than labels, that part the labels' means most, measured by the spread
     * within labels. That spread is the unit of what comes out. It is estimated with shrinkage towards a multiple of the
     * identity (Friedman, "Regularized discriminant analysis", 1989), so that features may outnumber songs.
     *
     * <p>Principal components drop what varies little over all songs, and just there may lie what parts the genres: averaged
     * activations of networks, such as Choi's 160, are of this kind.
     *
     * @param shrinkage above 0, at most 1: weight of the identity
     */
    record Lda(double shrinkage) implements ReductionSettings {
        /** Little enough for what hides in small variances, and enough for more features than songs. */
        public static final Lda DEFAULT = new Lda(0.03);

        public Lda {
            if (!(shrinkage > 0 && shrinkage <= 1)) {
                throw new TasteprintException(
                        Kind.INVALID_INPUT, "shrinkage must be above 0 and at most 1; shrinkage=" + shrinkage);
            }
        }

        @Override
        public Reduction fit(FeatureMatrix rows, int[] label, double[] weight) {
            return new Discriminants(Reduction.standardising(rows, weight), rows, label).reduction(shrinkage);
        }

        @Override
        public boolean looksAtLabels() {
            return true;
        }

        @Override
        public String text() {
            return "lda " + shrinkage;
        }
    }

    /** Discriminants whose shrinkage training is to choose, see {@link ShrinkageSearch}. */
    record LdaToBeChosen() implements ReductionSettings {
        /** @throws IllegalStateException while the shrinkage is to be chosen */
        @Override
        public Reduction fit(FeatureMatrix rows, int[] label, double[] weight) {
            throw new IllegalStateException("the shrinkage has not been chosen");
        }

        @Override
        public boolean looksAtLabels() {
            return true;
        }

        @Override
        public String text() {
            return "lda auto";
        }
    }
}
