/**
 * What is said of answers whose truth is known: the {@link org.tasteprint.genre.evaluation.GenreReport report} of one system
 * with its intervals, and the {@link org.tasteprint.genre.evaluation.McNemar comparison} of two on the same songs. Knows nothing
 * of how the answers came about.
 */
package org.tasteprint.genre.evaluation;
