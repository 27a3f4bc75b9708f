/**
 * Logs of listens as files have them: Last.fm, ListenBrainz, HetRec, the Million Song Dataset, and tables with columns of any name.
 *
 * <p>{@link org.tasteprint.catalog.log.LogReader} turns a file into {@link org.tasteprint.catalog.log.Listen}s, one after the other,
 * and knows nothing of where they go: memory does not grow with the file. Rows that cannot be taken are told to the
 * {@link org.tasteprint.catalog.log.ListenSink} with their line and the reason; nothing but a file that cannot be read at all stops it.
 */
package org.tasteprint.catalog.log;
