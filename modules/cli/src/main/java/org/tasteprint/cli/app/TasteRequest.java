package org.tasteprint.cli.app;

import java.util.Set;
import org.tasteprint.features.Hop;
import org.tasteprint.taste.tower.Negative;
import org.tasteprint.taste.tower.TowerLoss;

/**
 * What the user asks of a taste tower.
 *
 * @param tower  {@code conv}, {@code features:A,B}, or empty for the default
 * @param loss      what training makes smaller
 * @param negatives where disliked tracks come from
 * @param seed   seed of everything random
 * @param epochs how often the triplets are gone through, 0 for the tower's default
 * @param hop    which of the extracted windows
 */
public record TasteRequest(String tower, TowerLoss loss, Set<Negative> negatives, long seed, int epochs, Hop hop) {
    /** With the margin loss against standard negatives. */
    public TasteRequest(String tower, long seed, int epochs, Hop hop) {
        this(tower, TowerLoss.MARGIN, Negative.STANDARD, seed, epochs, hop);
    }
}
