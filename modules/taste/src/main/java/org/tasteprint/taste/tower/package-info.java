/**
 * What the sound of a track says about who will like it: a Siamese tower, both tracks of a triple through the same weights,
 * trained by the cosine margin loss against user vectors (Chen and Liang 2020).
 *
 * <pre>
 * Summaries ── Standardisation ── SummaryInput ─┐
 * log-mel ───────────────────────── PatchInput ─┴─ TowerTraining ── parameters ── TowerInference ── a vector of length 1
 * Listening ── TripleSampler: (user, liked, disliked) ─┘
 * </pre>
 *
 * <p>{@link org.tasteprint.taste.tower.Tower} names a tower, {@link org.tasteprint.taste.tower.TasteSettings} says how it is
 * trained. The engine collects gradients for one training at a time in a process.
 */
package org.tasteprint.taste.tower;
