package org.tasteprint.taste.listener;

/** Solves symmetric positive definite systems by Cholesky's decomposition A = L Lᵀ. */
public final class Cholesky {
    private Cholesky() {}

    /**
     * Solves A x = b.
     *
     * @param a double[n][n], of which the lower triangle is read and overwritten with L
     * @param b double[n], overwritten with x
     * @return {@code b}
     * @throws IllegalArgumentException when A is not positive definite
     */
    public static double[] solve(double[][] a, double[] b) {
        decompose(a);
        return substitute(a, b);
    }

    /**
     * Finds L.
     *
     * @param a double[n][], of which the lower triangle is read and overwritten with L
     * @throws IllegalArgumentException when A is not positive definite
     */
    public static void decompose(double[][] a) {
        for (int i = 0; i < a.length; i++) {
            double[] row = a[i];
            for (int j = 0; j <= i; j++) {
                double[] other = a[j];
                double sum = row[j];
                for (int k = 0; k < j; k++) {
                    sum -= row[k] * other[k];
                }
                if (j < i) {
                    row[j] = sum / other[j];
                } else if (sum > 0) {
                    row[i] = Math.sqrt(sum);
                } else {
                    throw new IllegalArgumentException("the matrix is not positive definite; pivot %d is %g".formatted(i, sum));
                }
            }
        }
    }

    /**
     * Solves L Lᵀ x = b.
     *
     * @param l as {@link #decompose} left it
     * @param b double[n], overwritten with x
     * @return {@code b}
     */
    public static double[] substitute(double[][] l, double[] b) {
        int n = b.length;
        for (int i = 0; i < n; i++) {
            double sum = b[i];
            for (int k = 0; k < i; k++) {
                sum -= l[i][k] * b[k];
            }
            b[i] = sum / l[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = b[i];
            for (int k = i + 1; k < n; k++) {
                sum -= l[k][i] * b[k];
            }
            b[i] = sum / l[i][i];
        }
        return b;
    }
}
