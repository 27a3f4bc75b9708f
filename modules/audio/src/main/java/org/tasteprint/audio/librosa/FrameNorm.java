package org.tasteprint.audio.librosa;

/** Ways to bring the values of each frame to norm 1. Frames whose norm is next to nothing stay as they are, as in librosa. */
enum FrameNorm {
    MAXIMUM {
        @Override
        void gather(float[] row, double[] gathered) {
            for (int frame = 0; frame < row.length; frame++) {
                gathered[frame] = Math.max(gathered[frame], Math.abs(row[frame]));
            }
        }
    },
    SUM {
        @Override
        void gather(float[] row, double[] gathered) {
            for (int frame = 0; frame < row.length; frame++) {
                gathered[frame] += Math.abs(row[frame]);
            }
        }
    },
    EUCLIDEAN {
        @Override
        void gather(float[] row, double[] gathered) {
            for (int frame = 0; frame < row.length; frame++) {
                gathered[frame] += (double) row[frame] * row[frame];
            }
        }
    };

    abstract void gather(float[] row, double[] gathered);

    /** The rows, {@code float[rows][frames]}, with every frame divided by its norm; the given ones are left alone. */
    float[][] normalised(float[][] rows) {
        int frames = rows[0].length;
        double[] norms = new double[frames];
        for (float[] row : rows) {
            gather(row, norms);
        }
        for (int frame = 0; frame < frames; frame++) {
            double norm = this == EUCLIDEAN ? Math.sqrt(norms[frame]) : norms[frame];
            norms[frame] = norm < Float.MIN_NORMAL ? 1 : norm;
        }
        float[][] normalised = new float[rows.length][frames];
        for (int row = 0; row < rows.length; row++) {
            for (int frame = 0; frame < frames; frame++) {
                normalised[row][frame] = (float) (rows[row][frame] / norms[frame]);
            }
        }
        return normalised;
    }
}
