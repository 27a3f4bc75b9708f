package org.tasteprint.features;

import java.nio.file.Path;

/**
 * A feature as files of a dataset folder.
 *
 * @param npy        float32[rows][dimensions]
 * @param csv        the track of each row
 * @param rows       number of rows
 * @param dimensions length of a row
 * @param tracks     tracks they describe
 * @param missing    tracks that were asked for but do not have the feature
 */
public record Exported(Path npy, Path csv, long rows, int dimensions, int tracks, int missing) {}
