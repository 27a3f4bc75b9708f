package org.tasteprint.cli.app;

import org.tasteprint.bench.NearestNeighbours;
import org.tasteprint.index.Precision;

/**
 * Which nearest neighbours are measured.
 *
 * @param among     which vectors
 * @param precision of the graph
 */
public record AnnRequest(NearestNeighbours.Among among, Precision precision) {}
