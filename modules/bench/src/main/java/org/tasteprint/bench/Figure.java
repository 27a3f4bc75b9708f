package org.tasteprint.bench;

import static java.util.Objects.requireNonNull;

/**
 * One measured figure.
 *
 * @param name    what was measured, for example {@code musicnn}
 * @param value   how much
 * @param unit    of the value, for example {@code patches/s}
 * @param threads how many threads worked
 */
public record Figure(String name, double value, String unit, int threads) {
    public Figure {
        requireNonNull(name, "name is null");
        requireNonNull(unit, "unit is null");
    }
}
