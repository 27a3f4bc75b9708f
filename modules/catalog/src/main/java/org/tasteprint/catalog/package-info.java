/**
 * The catalogue: tracks, listeners and what they did, in PostgreSQL, and the import of datasets, folders of audio and logs.
 *
 * <p>{@link org.tasteprint.catalog.Catalog} opens the {@link org.tasteprint.catalog.Database} and answers questions;
 * {@link org.tasteprint.catalog.DatasetImport} and {@link org.tasteprint.catalog.ListensImport} fill it; how logs are written is known to
 * {@link org.tasteprint.catalog.log} alone. The schema is in the
 * migrations of the top-level folder {@code sql/}. The module knows nothing of audio or of networks: whoever imports a folder
 * of audio hands in a {@link org.tasteprint.catalog.TagReader}.
 *
 * <p>An import holds one chunk of 50 000 listens being read and one being stored, and 24 bytes for each of the half million songs
 * that it met last, however long the log is. {@code streamInteractions} and {@code streamArtistPlays} hold one row; their lists hold all.
 *
 * <p>The libraries underneath log through SLF4J under {@code org.flywaydb}, {@code com.zaxxer.hikari}, {@code io.zonky} and
 * {@code org.postgresql}: a program for people sets these to {@code error}.
 */
package org.tasteprint.catalog;
