package org.tasteprint.cli.app;

import java.util.List;

/** A way from one track to another, both included; each is compared with the one before it. */
public record PathResult(String space, List<SimilarResult.Found> results) {}
