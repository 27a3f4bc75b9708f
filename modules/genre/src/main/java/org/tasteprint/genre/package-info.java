/**
 * Which genre a song is: features of its segments, side by side and standardised, principal components, a classifier over
 * segments, and a vote of the segments for the song; or the same over the means of songs. Trains such a model, keeps it in one file,
 * and says how good it is.
 *
 * <p>The recipe is that of Chen and Liang, <i>Do user preference data benefit music genre classification tasks?</i> (2020),
 * where the embedding learned from listeners is one more feature beside the network's. Whatever makes features is handed in
 * as a {@link org.tasteprint.genre.FeatureSource}, which learns from the training tracks alone.
 *
 * <p>Here tracks become rows and songs get their answers; {@link org.tasteprint.genre.classifier} decides about rows, and
 * {@link org.tasteprint.genre.evaluation} counts how often the answers are right. Neither knows this package.
 */
package org.tasteprint.genre;
