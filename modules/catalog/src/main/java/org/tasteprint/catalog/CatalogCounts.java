package org.tasteprint.catalog;

/**
 * How much is in the catalogue.
 *
 * @param tracks      tracks, with or without a sound file
 * @param users       listeners
 * @param feedback    reactions of a listener to a track
 * @param artistPlays pairs of a listener and an artist they played
 */
public record CatalogCounts(long tracks, long users, long feedback, long artistPlays) {}
