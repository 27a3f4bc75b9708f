package org.tasteprint.genre.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.tasteprint.core.Folds;

/**
 * Segments to learn from.
 *
 * @param rows   double[rows][columns]
 * @param label  int[rows]: index of the label of each
 * @param song   int[rows]: number of the song of each; segments of one song are much alike
 * @param artist int[rows]: number of the artist of each song; songs of one artist are alike
 * @param labels how many labels there are; each has at least one row
 */
public record Examples(double[][] rows, int[] label, int[] song, int[] artist, int labels) {
    /** Fold of rows that every part has to learn from, because they are the only song of their label. */
    static final int IN_ALL = -1;

    /**
     * Deals rows into folds: an artist stays together, unless it is the only one of a label, whose songs then are dealt one by one.
     *
     * @param most how many folds, if there are so many groups
     * @return int[rows]: from 0, or {@link #IN_ALL}
     */
    int[] folds(int most, long seed) {
        Map<Integer, Set<Integer>> artists = byLabel(artist);
        Map<Integer, Set<Integer>> songs = byLabel(song);
        Map<Integer, Integer> firstRow = new HashMap<>();
        for (int row = 0; row < song.length; row++) {
            firstRow.putIfAbsent(song[row], row);
        }
        List<Integer> dealt = firstRow.values().stream().sorted().filter(row -> songs.get(label[row]).size() > 1).toList();
        List<String> groups = new ArrayList<>();
        for (int row : dealt) {
            groups.add(artists.get(label[row]).size() > 1 ? "artist " + artist[row] : "song " + song[row]);
        }
        int[] fold = new int[song.length];
        Arrays.fill(fold, IN_ALL);
        int folds = (int) Math.min(most, groups.stream().distinct().count());
        if (folds < 2) {
            return fold;
        }
        int[] foldOfSong = Folds.stratifiedByGroup(
                dealt.stream().map(row -> Integer.toString(label[row])).toList(), groups, folds, seed);
        Map<Integer, Integer> bySong = new HashMap<>();
        for (int i = 0; i < foldOfSong.length; i++) {
            bySong.put(song[dealt.get(i)], foldOfSong[i]);
        }
        Arrays.setAll(fold, row -> bySong.getOrDefault(song[row], IN_ALL));
        return fold;
    }

    private Map<Integer, Set<Integer>> byLabel(int[] numbers) {
        Map<Integer, Set<Integer>> byLabel = new HashMap<>();
        for (int row = 0; row < label.length; row++) {
            byLabel.computeIfAbsent(label[row], unseen -> new HashSet<>()).add(numbers[row]);
        }
        return byLabel;
    }

    /** The same with other columns. */
    public Examples with(double[][] others) {
        return others == rows ? this : new Examples(others, label, song, artist, labels);
    }

    /** The labels that some of the chosen rows have, in ascending order. */
    int[] labelsOf(int[] chosen) {
        return Arrays.stream(chosen).map(row -> label[row]).distinct().sorted().toArray();
    }

    /**
     * Some of the rows, with the labels that they have numbered anew.
     *
     * @param chosen which rows
     */
    Examples of(int[] chosen) {
        int[] kept = labelsOf(chosen);
        return new Examples(
                Arrays.stream(chosen).mapToObj(row -> rows[row]).toArray(double[][]::new),
                Arrays.stream(chosen).map(row -> Arrays.binarySearch(kept, label[row])).toArray(),
                Arrays.stream(chosen).map(row -> song[row]).toArray(),
                Arrays.stream(chosen).map(row -> artist[row]).toArray(),
                kept.length);
    }

    /**
     * How much a row counts, by label.
     *
     * @param balanced whether all rows of one label together count as much as those of another: rows / (labels × rows of the
     *     label); otherwise 1
     * @return double[labels]
     */
    double[] weights(boolean balanced) {
        double[] weights = new double[labels];
        Arrays.fill(weights, 1);
        if (balanced) {
            long[] counts = new long[labels];
            Arrays.stream(label).forEach(l -> counts[l]++);
            IntStream.range(0, labels).forEach(l -> weights[l] = (double) label.length / (labels * counts[l]));
        }
        return weights;
    }
}
