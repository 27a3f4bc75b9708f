/**
 * How good taste is, beside baselines computed in the same run.
 *
 * <ul>
 *   <li>{@link org.tasteprint.taste.evaluation.UnheardArtists}: a trained model on tracks of artists that its training has not
 *       seen: likes above dislikes, and artists played above artists not played.
 *   <li>{@link org.tasteprint.taste.evaluation.ImplicitRanking}: items held out of histories, looked for in the full catalogue.
 * </ul>
 *
 * <p>{@link org.tasteprint.taste.evaluation.Comparison} keeps the figures of several systems by listener, so that intervals are
 * bootstrapped over listeners and differences are paired. Nothing is chosen by what is judged here.
 */
package org.tasteprint.taste.evaluation;
