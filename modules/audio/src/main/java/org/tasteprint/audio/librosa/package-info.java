/**
 * The features of librosa 0.10 (McFee et al., "librosa: audio and music signal analysis in Python", 2015) that music
 * classification has used for years, computed as librosa computes them: sound at 22 050 Hz, windows of 2048 samples, 1024 from
 * one to the next.
 *
 * <p>On music they agree with librosa to 2e-6 of their norm. What it takes besides the formulas: peaks that the tuning counts are
 * located with librosa's roundings, and {@code HalfBand} is libsoxr's filter to its last tap. Features that are normalised frame by
 * frame show rounding noise where there is nothing else, there as here, and need not agree then: constant-Q chroma within seconds
 * of digital silence beside sound, and the tempogram of a tone that never changes.
 *
 * <p>Inside, features are {@code float[rows][frames]} as librosa has them, so that the loops run over neighbouring cells and C2
 * vectorises them; what is handed out is {@code float[frames][rows]}.
 */
package org.tasteprint.audio.librosa;
