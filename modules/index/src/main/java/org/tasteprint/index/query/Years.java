package org.tasteprint.index.query;

/**
 * A range of years.
 *
 * @param from first year that belongs to it
 * @param to   last year that belongs to it
 */
public record Years(int from, int to) {
    /** Every year, and the unknown one. */
    public static final Years ANY = new Years(Integer.MIN_VALUE, Integer.MAX_VALUE);

    public Years {
        if (from > to) {
            throw new IllegalArgumentException("years must be in order; from=%d, to=%d".formatted(from, to));
        }
    }
}
