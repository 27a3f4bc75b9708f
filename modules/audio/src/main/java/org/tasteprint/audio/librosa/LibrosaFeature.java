package org.tasteprint.audio.librosa;

import java.util.Arrays;
import java.util.Optional;

/** The two-dimensional features that librosa defines, in the order in which Ghosal and Kolekar put them side by side. */
public enum LibrosaFeature {
    /** Power in 128 Slaney mel bands up to half the sample rate; not in decibels. */
    MEL("mel128", 128),
    /** Mel-frequency cepstral coefficients: the first 20 of an orthonormal DCT over the mel bands in decibels. */
    MFCC("mfcc", 20),
    /** How the coefficients change: the slope of a line fitted to nine frames. */
    MFCC_DELTA("mfcc-delta", 20),
    /** How that changes: the second derivative of a parabola fitted to nine frames. */
    MFCC_DELTA2("mfcc-delta2", 20),
    /** Chroma energy normalised statistics: quantised and smoothed over 41 frames; each frame has L2 norm 1. */
    CHROMA_CENS("chroma-cens", 12),
    /** Strength of the pitch classes C to B in a constant-Q transform; the strongest of each frame is 1. */
    CHROMA_CQT("chroma-cqt", 12),
    /** Strength of the pitch classes C to B in an STFT; the strongest of each frame is 1. */
    CHROMA_STFT("chroma-stft", 12),
    /** Tonal centroids: sines and cosines of the circles of fifths, minor thirds and major thirds. */
    TONNETZ("tonnetz", 6),
    /** Autocorrelation of onset strength within 128 frames, lag 0 first; the largest of each frame is 1. */
    TEMPOGRAM("tempogram", 128);

    private final String label;
    private final int rows;

    LibrosaFeature(String label, int rows) {
        this.label = label;
        this.rows = rows;
    }

    /** Its name on the command line and in feature stores, for example {@code chroma-cens}. */
    public String label() {
        return label;
    }

    /** Values in each frame. */
    public int rows() {
        return rows;
    }

    /** The feature with a label. */
    public static Optional<LibrosaFeature> of(String label) {
        return Arrays.stream(values()).filter(feature -> feature.label.equals(label)).findFirst();
    }
}
