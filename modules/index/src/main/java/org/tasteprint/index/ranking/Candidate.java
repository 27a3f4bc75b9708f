package org.tasteprint.index.ranking;

import static java.util.Objects.requireNonNull;

import org.tasteprint.index.query.Attributes;

/**
 * A point that may be answered.
 *
 * @param id         of the point
 * @param similarity cosine to the query, in -1..1
 * @param relevance  what it is ranked by: the similarity, or what is left of it where hubs step back
 * @param unit       float[dimensions] of length 1, or empty where no rule looks at vectors
 * @param attributes of the point; {@link Attributes#NONE} where no rule looks at them
 */
public record Candidate(String id, double similarity, double relevance, float[] unit, Attributes attributes) {
    public Candidate {
        requireNonNull(id, "id is null");
        requireNonNull(unit, "unit is null");
        requireNonNull(attributes, "attributes is null");
    }

    /** This, with another relevance. */
    public Candidate relevant(double other) {
        return new Candidate(id, similarity, other, unit, attributes);
    }
}
