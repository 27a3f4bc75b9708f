package org.tasteprint.index.map;

/**
 * How a map is drawn.
 *
 * @param seed       of everything random: the same seed draws the same map
 * @param neighbours of each point that are to stay near, in 2..100: more of them show the whole rather than its parts
 * @param epochs     rounds of moving points about, at least 10
 * @param clusters   how many, or 0 for {@link Clusters#usualCount a number that suits}
 */
public record MapSettings(long seed, int neighbours, int epochs, int clusters) {
    /** What suits most spaces. */
    public static final MapSettings USUAL = new MapSettings(1, 15, 200, 0);

    public MapSettings {
        if (neighbours < 2 || neighbours > 100) {
            throw new IllegalArgumentException("neighbours must be in 2..100; neighbours=" + neighbours);
        }
        if (epochs < 10) {
            throw new IllegalArgumentException("epochs must be at least 10; epochs=" + epochs);
        }
        if (clusters < 0 || clusters == 1) {
            throw new IllegalArgumentException("clusters must be 0 or at least 2; clusters=" + clusters);
        }
    }

    /** These, with another seed and number of clusters. */
    public MapSettings with(long otherSeed, int otherClusters) {
        return new MapSettings(otherSeed, neighbours, epochs, otherClusters);
    }
}
