/**
 * From segments to their song: what the segments of a song were taken for goes in, the song's genre comes out. Every way of
 * deciding is a {@link org.tasteprint.genre.decision.SongDecision}; all of them need only what a classifier has said already, so that
 * an evaluation can compare them at no cost. Knows nothing of tracks, features or files.
 *
 * <p>Training is the other half of what Sanfiz and Torra call multiframe: every segment is an example of its song's genre.
 */
package org.tasteprint.genre.decision;
