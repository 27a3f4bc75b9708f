/**
 * The features of librosa 0.10 (McFee et al., "librosa: audio and music signal analysis in Python", 2015) that music
 * classification has used for years, computed as librosa computes them: sound at 22 050 Hz, windows of 2048 samples, 1024 from
 * one to the next.
 *
 * <p>They agree with librosa to better than 1e-5 of their norm (constant-Q features: 1e-4). What it takes besides the formulas:
 * peaks that the tuning counts are located with librosa's roundings, and {@code HalfBand} is libsoxr's filter to its last tap.
 * Where a sound is all but silent, chroma is the shape of rounding noise there as it is here, and need not agree.
 *
 * <p>Inside, features are {@code float[rows][frames]} as librosa has them, so that the loops run over neighbouring cells and C2
 * vectorises them; what is handed out is {@code float[frames][rows]}.
 */
package org.tasteprint.audio.librosa;
