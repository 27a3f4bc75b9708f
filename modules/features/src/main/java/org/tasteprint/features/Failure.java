package org.tasteprint.features;

/** A track and what is wrong with it: one line. */
public record Failure(String trackId, String reason) {}
