package org.tasteprint.cli.app;

import java.util.List;

/**
 * What was drawn.
 *
 * @param file     the picture
 * @param features its panels, from above
 * @param start    where the sound begins that is drawn, in seconds
 * @param seconds  how long that is
 */
public record PlotResult(String file, List<String> features, double start, double seconds) {}
