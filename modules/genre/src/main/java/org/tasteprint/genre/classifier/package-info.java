/**
 * What decides about a segment: rows of numbers go in, a label and its probability come out. Knows nothing of tracks, files
 * or features.
 *
 * <pre>
 *   rows ── Reduction ──> rows ── a trainer for each kind of ClassifierSettings ──> SegmentClassifier
 *           standardise, turn       onto                                            decide(rows), tensors()
 *           principal components
 * </pre>
 *
 * <p>A {@link org.tasteprint.genre.classifier.SegmentClassifier} is immutable, and its numbers are named tensors: with its
 * {@link org.tasteprint.genre.classifier.ClassifierSettings settings} they are all that a model file needs of it.
 */
package org.tasteprint.genre.classifier;
