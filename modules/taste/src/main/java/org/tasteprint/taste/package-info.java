/**
 * What listeners like, and what they will like: user vectors from listening histories, a Siamese audio tower trained against
 * them (Chen and Liang 2020), the evaluation of both on artists that nobody in training has heard, and recommendations.
 *
 * <p>This package is what others use: {@link org.tasteprint.taste.TasteTrainer} makes a {@link org.tasteprint.taste.TasteModel},
 * {@link org.tasteprint.taste.Recommender} asks it. What they are made of has rooms of its own, each using only those below it:
 *
 * <pre>
 * evaluation   judges a model, beside baselines
 * taste        trains a model and chooses its parameters on held-out artists; recommends
 * shared       what listeners in general like, and how it is blended with a listener's own taste
 * tower        what a track's sound says: the audio tower, its inputs, triples and loss
 * user         what makes a listener's direction of any history, of a listener in training or of a session
 * candidate    a network that makes a listener's vector of their history alone
 * listener     what is known of listeners: histories, and the vectors that come of them
 * measure      figures of one ranking
 * </pre>
 *
 * <p>On the way from history to recommendation:
 *
 * <pre>
 * TasteData ── Listening ── UserModel ──── personal direction of each listener ─┐
 *    (what training may see)                                                    ├─ TasteModel: 40-d user and track vectors
 * FeatureStore ── Summaries ─┬─ SharedTaste: what listeners in general like ────┤
 *                            └─ TowerTraining: cosine margin loss ──────────────┘
 * </pre>
 *
 * <p>What grows with what while training:
 *
 * <ul>
 *   <li>Interactions: 40 bytes each, and artist plays: 16, in temporary files that are mapped into memory; none of it in the heap.
 *   <li>At most ten million of these rows, of listeners evenly spread where there are more, are learned from: some 50 bytes each in
 *       the heap (histories, their transpose, opinions, what triples are drawn from). Other listeners get their vectors, like everybody
 *       new, from their histories when they are asked for.
 *   <li>Listeners, tracks and artists: their ids, and 40 numbers each; of items of the candidate network in native memory.
 *   <li>Training tracks: 4 bytes for each number of the tower's features (a tower on {@code musicnn-msd-taggram}: 200 bytes a track; on
 *       {@code musicnn-msd}: 3 KB), and 40 numbers for each validated epoch. Of more tracks than fit, learn from a split: every track
 *       gets its vector in chunks all the same.
 *   <li>Log-mel patches are read as they are drawn: the {@code conv} tower needs memory for one batch only.
 * </ul>
 */
package org.tasteprint.taste;
