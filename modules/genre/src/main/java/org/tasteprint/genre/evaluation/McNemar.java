package org.tasteprint.genre.evaluation;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/**
 * McNemar's exact test of two systems on the same songs (McNemar 1947): only the songs that one of them got right tell them
 * apart, and if neither were better each of those would be a toss of a coin.
 *
 * @param onlyFirst  songs that the first got right and the second wrong
 * @param onlySecond songs that the second got right and the first wrong
 * @param pValue     two-sided probability of a difference at least this large by chance
 */
public record McNemar(int onlyFirst, int onlySecond, double pValue) {
    /** The test for two such counts. */
    public static McNemar of(int onlyFirst, int onlySecond) {
        int n = onlyFirst + onlySecond;
        int fewer = Math.min(onlyFirst, onlySecond);
        // Terms of the binomial distribution in logarithms: 2^-n alone leaves the range of a double at n = 1075.
        double logTerm = -n * Math.log(2);
        double tail = Math.exp(logTerm);
        for (int i = 1; i <= fewer; i++) {
            logTerm += Math.log((double) (n - i + 1) / i);
            tail += Math.exp(logTerm);
        }
        return new McNemar(onlyFirst, onlySecond, Math.min(1, 2 * tail));
    }

    /**
     * The test for two reports about the same songs.
     *
     * @throws TasteprintException {@code INVALID_INPUT} when the songs differ
     */
    public static McNemar compare(GenreReport first, GenreReport second) {
        Map<String, Boolean> one = rightBySong(first);
        Map<String, Boolean> two = rightBySong(second);
        if (!one.keySet().equals(two.keySet())) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT,
                    "the two reports are not about the same songs (%d and %d): evaluate both on one set of tracks"
                            .formatted(one.size(), two.size()));
        }
        int onlyFirst = 0;
        int onlySecond = 0;
        for (String song : one.keySet()) {
            onlyFirst += one.get(song) && !two.get(song) ? 1 : 0;
            onlySecond += two.get(song) && !one.get(song) ? 1 : 0;
        }
        return of(onlyFirst, onlySecond);
    }

    private static Map<String, Boolean> rightBySong(GenreReport report) {
        return report.songs().stream()
                .collect(Collectors.toMap(GenreReport.Song::trackId, GenreReport.Song::right, (a, b) -> b, TreeMap::new));
    }
}
