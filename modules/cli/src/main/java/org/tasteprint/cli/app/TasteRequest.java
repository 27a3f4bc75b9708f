package org.tasteprint.cli.app;

import java.util.Set;
import org.tasteprint.features.Hop;
import org.tasteprint.taste.tower.Negative;
import org.tasteprint.taste.tower.TowerLoss;
import org.tasteprint.taste.user.UserKind;

/**
 * What the user asks of a taste tower.
 *
 * @param tower  {@code conv}, {@code features:A,B}, or empty for the default
 * @param users     how listeners' directions come of their histories
 * @param loss      what training makes smaller
 * @param negatives where disliked tracks come from
 * @param seed   seed of everything random
 * @param epochs how often the triplets are gone through, 0 for the tower's default
 * @param hop    which of the extracted windows
 */
public record TasteRequest(
        String tower, UserKind users, TowerLoss loss, Set<Negative> negatives, long seed, int epochs, Hop hop) {
    /** With directions by factorisation, and the margin loss against standard negatives. */
    public TasteRequest(String tower, long seed, int epochs, Hop hop) {
        this(tower, UserKind.ALS, TowerLoss.MARGIN, Negative.STANDARD, seed, epochs, hop);
    }
}
