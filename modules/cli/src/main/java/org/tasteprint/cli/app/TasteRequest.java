package org.tasteprint.cli.app;

import org.tasteprint.features.Hop;

/**
 * What the user asks of a taste tower.
 *
 * @param tower  {@code conv}, {@code features:A,B}, or empty for the default
 * @param seed   seed of everything random
 * @param epochs how often the triplets are gone through, 0 for the tower's default
 * @param hop    which of the extracted windows
 */
public record TasteRequest(String tower, long seed, int epochs, Hop hop) {}
