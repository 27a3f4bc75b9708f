package org.tasteprint.cli.app;

import java.nio.file.Path;

/** A map that was drawn. */
public record MapResult(String space, int version, int tracks, int clusters, long seed, Path file, double seconds) {}
