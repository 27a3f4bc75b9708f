/**
 * What turns a history into a listener's direction in the personal dimensions: learned from the histories of many, then applied to
 * any, also to that of somebody whom the training has not seen, without learning anything anew.
 *
 * <p>{@link org.tasteprint.taste.user.UserKind#ALS} solves a least squares problem in the item vectors of a matrix factorisation; {@link
 * org.tasteprint.taste.user.UserKind#DNN} runs the candidate network. Both keep 4 bytes a
 * dimension and item, outside the heap.
 */
package org.tasteprint.taste.user;
