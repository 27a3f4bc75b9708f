package org.tasteprint.catalog;

/**
 * A row or file that an import left out, or took only in part.
 *
 * @param file   relative to the imported folder
 * @param line   first line of the row, from 1; 0 for a whole file
 * @param reason what is wrong with it
 */
public record Rejection(String file, long line, String reason) {}
