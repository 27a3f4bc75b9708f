package org.tasteprint.features;

/** A track that features could not be extracted from, and why: one line. */
public record Failure(String trackId, String reason) {}
