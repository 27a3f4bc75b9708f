/**
 * What is known of listeners: their histories, and the vectors that come of them.
 *
 * <p>{@link org.tasteprint.taste.listener.TasteData} is all that the catalogue knows; {@link
 * org.tasteprint.taste.listener.Listening} the part of it that a training on some tracks may see, as opinions of tracks and as a
 * sparse matrix of listeners and items, where an item is a track or an artist. {@link
 * org.tasteprint.taste.listener.ImplicitAls} turns the matrix into vectors; {@link org.tasteprint.taste.listener.ItemKnn} scores
 * items by it without any.
 */
package org.tasteprint.taste.listener;
