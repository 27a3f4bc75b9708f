/**
 * What listeners in general like, told from sound alone, and how much of it a listener gets.
 *
 * <p>{@link org.tasteprint.taste.shared.SharedTaste} predicts from sound how tracks are received; its
 * outcome is coordinate 0 of every track's vector. {@link org.tasteprint.taste.shared.Blend} weighs that coordinate against a
 * listener's own direction by how much is known of them, so that nobody is served worse than a stranger.
 */
package org.tasteprint.taste.shared;
