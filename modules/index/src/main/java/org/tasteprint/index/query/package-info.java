/**
 * What can be asked of a space: a {@link org.tasteprint.index.query.Query} has seeds that pull or push, a
 * {@link org.tasteprint.index.query.Filter} on the {@link org.tasteprint.index.query.Attributes} stored beside the vectors, and
 * rules for the list as a whole (how many of one artist, no duplicates, diversity, fewer hubs). All of it is immutable data;
 * {@code VectorSpace.search} answers.
 */
package org.tasteprint.index.query;
