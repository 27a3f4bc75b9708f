package org.tasteprint.cli.app;

import java.nio.file.Path;
import java.util.List;

/**
 * What training a genre classifier gave.
 *
 * @param model   its file
 * @param labels  the genres it tells apart
 * @param seconds wall-clock time
 */
public record GenreTraining(Path model, List<String> labels, double seconds) {}
