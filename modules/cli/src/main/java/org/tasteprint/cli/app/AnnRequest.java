package org.tasteprint.cli.app;

import java.nio.file.Path;
import java.util.Optional;
import org.tasteprint.index.Precision;

/**
 * Which nearest neighbours are measured.
 *
 * @param vectors   a {@code .npy} file; none for made vectors
 * @param queries   another one; none for made vectors
 * @param precision of the graph
 */
public record AnnRequest(Optional<Path> vectors, Optional<Path> queries, Precision precision) {}
