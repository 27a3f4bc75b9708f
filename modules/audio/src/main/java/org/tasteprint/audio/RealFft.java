package org.tasteprint.audio;

/**
 * Power spectra of 512 real samples. The samples are taken as 256 complex numbers, transformed in four passes of radix 4
 * (Stockham's self-sorting form: no bit reversal, and the inner loops run over neighbouring cells), and taken apart again.
 * Twiddle factors are computed in double precision, everything else is float. Not safe for use by several threads.
 */
final class RealFft {
    static final int SIZE = 512;
    /** Bins of a spectrum, from 0 to half the sample rate. */
    static final int BINS = SIZE / 2 + 1;

    private static final int HALF = SIZE / 2;
    private static final float[] COS = new float[SIZE];
    private static final float[] SIN = new float[SIZE];

    static {
        for (int i = 0; i < SIZE; i++) {
            COS[i] = (float) Math.cos(2 * Math.PI * i / SIZE);
            SIN[i] = (float) -Math.sin(2 * Math.PI * i / SIZE);
        }
    }

    private final float[] re = new float[HALF];
    private final float[] im = new float[HALF];
    private final float[] nextRe = new float[HALF];
    private final float[] nextIm = new float[HALF];

    /**
     * Writes the squared magnitudes of the spectrum.
     *
     * @param frame {@code float[512]} windowed samples
     * @param power {@code float[257]} result
     */
    void power(float[] frame, float[] power) {
        for (int i = 0; i < HALF; i++) {
            re[i] = frame[2 * i];
            im[i] = frame[2 * i + 1];
        }
        pass(HALF, 1, re, im, nextRe, nextIm);
        pass(HALF / 4, 4, nextRe, nextIm, re, im);
        pass(HALF / 16, 16, re, im, nextRe, nextIm);
        pass(HALF / 64, 64, nextRe, nextIm, re, im);
        separate(power);
    }

    /** One radix-4 pass over {@code stride} interleaved transforms of {@code length}. */
    private static void pass(int length, int stride, float[] re, float[] im, float[] outRe, float[] outIm) {
        int quarter = HALF / 4;
        for (int p = 0; p < length / 4; p++) {
            int turn = p * (SIZE / length);
            float w1r = COS[turn];
            float w1i = SIN[turn];
            float w2r = COS[2 * turn];
            float w2i = SIN[2 * turn];
            float w3r = COS[3 * turn];
            float w3i = SIN[3 * turn];
            int from = p * stride;
            int to = 4 * p * stride;
            for (int q = 0; q < stride; q++) {
                int a = from + q;
                int y = to + q;
                float acr = re[a] + re[a + 2 * quarter];
                float aci = im[a] + im[a + 2 * quarter];
                float bdr = re[a + quarter] + re[a + 3 * quarter];
                float bdi = im[a + quarter] + im[a + 3 * quarter];
                float dr = re[a] - re[a + 2 * quarter];
                float di = im[a] - im[a + 2 * quarter];
                float er = re[a + quarter] - re[a + 3 * quarter];
                float ei = im[a + quarter] - im[a + 3 * quarter];
                outRe[y] = acr + bdr;
                outIm[y] = aci + bdi;
                float y1r = dr + ei;
                float y1i = di - er;
                outRe[y + stride] = y1r * w1r - y1i * w1i;
                outIm[y + stride] = y1r * w1i + y1i * w1r;
                float y2r = acr - bdr;
                float y2i = aci - bdi;
                outRe[y + 2 * stride] = y2r * w2r - y2i * w2i;
                outIm[y + 2 * stride] = y2r * w2i + y2i * w2r;
                float y3r = dr - ei;
                float y3i = di + er;
                outRe[y + 3 * stride] = y3r * w3r - y3i * w3i;
                outIm[y + 3 * stride] = y3r * w3i + y3i * w3r;
            }
        }
    }

    /** The spectrum of the real samples from that of the complex numbers they were packed into. */
    private void separate(float[] power) {
        float sum = re[0] + im[0];
        float difference = re[0] - im[0];
        power[0] = sum * sum;
        power[HALF] = difference * difference;
        for (int k = 1; k < HALF; k++) {
            int mirror = HALF - k;
            float evenRe = 0.5f * (re[k] + re[mirror]);
            float evenIm = 0.5f * (im[k] - im[mirror]);
            float oddRe = 0.5f * (im[k] + im[mirror]);
            float oddIm = 0.5f * (re[mirror] - re[k]);
            float x = evenRe + oddRe * COS[k] - oddIm * SIN[k];
            float y = evenIm + oddRe * SIN[k] + oddIm * COS[k];
            power[k] = x * x + y * y;
        }
    }
}
