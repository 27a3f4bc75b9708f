package org.tasteprint.index;

/**
 * A document that was found.
 *
 * @param document   number within the version
 * @param similarity cosine to the query, in double precision: Lucene's own score is folded into 0..1 and loses the last digits
 */
record Hit(int document, double similarity) {}
