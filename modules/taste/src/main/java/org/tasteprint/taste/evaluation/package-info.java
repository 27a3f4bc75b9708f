/**
 * How good taste is, beside baselines computed in the same run.
 *
 * <ul>
 *   <li>{@link org.tasteprint.taste.evaluation.UnheardArtists}: a trained model on tracks of artists that its training has not
 *       seen: likes above dislikes, and artists played above artists not played.
 *   <li>{@link org.tasteprint.taste.evaluation.ImplicitRanking}: {@link org.tasteprint.taste.evaluation.Items tracks or artists} held
 *       out of histories, looked for in the full catalogue; also for listeners known by three items, and of items that hardly
 *       anybody has; and what the lists make of the catalogue ({@link org.tasteprint.taste.evaluation.Exposure}).
 * </ul>
 *
 * <p>A way to rank that is to be judged beside the others is a {@link org.tasteprint.taste.evaluation.Ranker.System}: it learns from
 * the histories of many and scores all items for a history that it is given.
 *
 * <p>{@link org.tasteprint.taste.evaluation.Comparison} keeps the figures of several systems by listener, so that intervals are
 * bootstrapped over listeners and differences are paired. Nothing is chosen by what is judged here.
 */
package org.tasteprint.taste.evaluation;
