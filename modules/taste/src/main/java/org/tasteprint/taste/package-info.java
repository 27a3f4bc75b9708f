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
 * table        rows of numbers outside the heap
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
 * <p>What grows with what while training. In temporary files that are mapped into memory, of which the system keeps what it has room
 * for, and which are gone when the training is:
 *
 * <ul>
 *   <li>Interactions: 40 bytes each, and artist plays: 16; what a training sees of them as histories: 12, as opinions: 4 to 8, and 12 while
 *       a factorisation learns. All of them are learned from. The trainings that choose epochs, penalty, mix and blend see ten million
 *       at most, of listeners evenly spread, and judge 2 000 held-out tracks by 2 000 listeners; evaluations of rankings see ten
 *       million too.
 *   <li>Tracks: 4 bytes for each number of the tower's features (on {@code musicnn-mtt-penultimate}: 800 bytes), once for all trainings.
 * </ul>
 *
 * <p>In native memory: 4 bytes a dimension for each listener (their direction, and what a factorisation holds of them) and each item.
 * A model's file is mapped, so that the vectors of listeners and items of a loaded model are in neither.
 *
 * <p>In the heap: the ids of tracks, listeners and artists and what is told by them, some 300 bytes a track and 150 a listener in all, and
 * while the catalogue is read its titles and albums; and what does not grow: matrices of a feature's width, at most a thousand artists,
 * one batch, the outputs of towers for 2 000 tracks and each validated epoch. Log-mel patches are read as they are drawn. Evaluations
 * keep the sound of the tracks that they judge, and the lists of 2 000 listeners.
 */
package org.tasteprint.taste;
