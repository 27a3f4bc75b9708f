/**
 * The catalogue: tracks, listeners and what they did, in PostgreSQL, and the import of datasets, folders of audio and logs.
 *
 * <p>{@link org.tasteprint.catalog.Catalog} opens the {@link org.tasteprint.catalog.Database} and answers questions;
 * {@link org.tasteprint.catalog.DatasetImport} and {@link org.tasteprint.catalog.ListensImport} fill it. The schema is in the
 * migrations of the top-level folder {@code sql/}. The module knows nothing of audio or of networks: whoever imports a folder
 * of audio hands in a {@link org.tasteprint.catalog.TagReader}.
 *
 * <p>The libraries underneath log through SLF4J under {@code org.flywaydb}, {@code com.zaxxer.hikari}, {@code io.zonky} and
 * {@code org.postgresql}: a program for people sets these to {@code error}.
 */
package org.tasteprint.catalog;
