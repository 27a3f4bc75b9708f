package org.tasteprint.taste.listener;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix A = Q Λ Qᵀ, by Jacobi's rotations.
 *
 * @param values  double[n]
 * @param vectors double[n][n]: column i belongs to value i
 */
public record SymmetricEigen(double[] values, double[][] vectors) {
    private static final int SWEEPS_AT_MOST = 50;
    private static final double NEGLIGIBLE = 1e-24;

    /** @param a double[n][n], overwritten */
    public static SymmetricEigen of(double[][] a) {
        int n = a.length;
        double[][] q = new double[n][n];
        double squares = 0;
        for (int i = 0; i < n; i++) {
            q[i][i] = 1;
            for (int j = 0; j < n; j++) {
                squares += a[i][j] * a[i][j];
            }
        }
        for (int sweep = 0; sweep < SWEEPS_AT_MOST && offDiagonal(a) > NEGLIGIBLE * squares; sweep++) {
            for (int i = 0; i < n; i++) {
                for (int j = i + 1; j < n; j++) {
                    if (a[i][j] != 0) {
                        rotate(a, q, i, j);
                    }
                }
            }
        }
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = a[i][i];
        }
        return new SymmetricEigen(values, q);
    }

    private static double offDiagonal(double[][] a) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = i + 1; j < a.length; j++) {
                sum += a[i][j] * a[i][j];
            }
        }
        return sum;
    }

    /** Turns in the plane of i and j so that a[i][j] becomes 0. */
    private static void rotate(double[][] a, double[][] q, int i, int j) {
        double theta = (a[j][j] - a[i][i]) / (2 * a[i][j]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int k = 0; k < a.length; k++) {
            double left = a[k][i];
            double right = a[k][j];
            a[k][i] = c * left - s * right;
            a[k][j] = s * left + c * right;
        }
        for (int k = 0; k < a.length; k++) {
            double up = a[i][k];
            double down = a[j][k];
            a[i][k] = c * up - s * down;
            a[j][k] = s * up + c * down;
            double left = q[k][i];
            double right = q[k][j];
            q[k][i] = c * left - s * right;
            q[k][j] = s * left + c * right;
        }
    }
}
