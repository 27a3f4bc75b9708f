/**
 * Pictures of numbers, as PNG or SVG: a {@link org.tasteprint.plots.Picture} is a column of {@link org.tasteprint.plots.Panel}s, each
 * with its axes. {@link org.tasteprint.plots.FeaturePanels} knows how a feature is looked at, after
 * {@code librosa.display.specshow}.
 *
 * <p>Everything is drawn by Java2D; JFreeSVG writes down the same strokes as SVG. Heat maps are images in both, made a point of the
 * screen at a time, because there are too many cells for shapes: XChart 3.8, which draws a rectangle for each, took 0.9 to 4 seconds
 * and 17 MB of SVG for the 646 × 128 of one half-minute.
 */
package org.tasteprint.plots;
