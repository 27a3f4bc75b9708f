package org.tasteprint.catalog;

/**
 * How much is in the catalogue.
 *
 * @param tracks      tracks, with or without a sound file
 * @param users       listeners
 * @param feedback    what listeners did with tracks, or with songs that the catalogue lacks
 * @param artistPlays pairs of a listener and an artist they played
 */
public record CatalogCounts(long tracks, long users, long feedback, long artistPlays) {}
