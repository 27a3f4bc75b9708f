/**
 * Published systems, each assembled from the parts of the house in one class that fits on a page: the proof that the parts fit.
 *
 * <p>A {@link org.tasteprint.papers.Paper} runs every variant of its table in a {@link org.tasteprint.papers.Laboratory}, which gives it
 * tracks, features, folds and trainings of a dataset folder, and answers {@link org.tasteprint.papers.Row rows} with the paper's figures
 * beside ours. What a folder does not allow, because it has no sound or no listeners, is a row that says so. Where folders come from,
 * and how features come out of sound, is the affair of whoever implements {@link org.tasteprint.papers.Material}.
 */
package org.tasteprint.papers;
