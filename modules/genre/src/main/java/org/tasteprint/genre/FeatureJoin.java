package org.tasteprint.genre;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/**
 * Puts the rows of several features side by side, track by track. A feature whose rows describe longer stretches of the track (one
 * row for all of it, or for half a minute) has each of them repeated over its share of the others' segments; where counts
 * differ by less than half, all are cut to the shortest. A track that lacks a feature is left out.
 */
final class FeatureJoin {
    /** Takes every segment. */
    static final int ALL = Integer.MAX_VALUE;

    private final List<FeatureMatrix> blocks;
    private final List<Map<String, Run>> runs;
    private final int dimensions;

    /** Rows {@code start} to {@code start + count - 1}. */
    private record Run(int start, int count) {
        /** Whether a row describes several segments of a feature that has {@code most} rows. */
        boolean isCoarserThan(int most) {
            return 2L * count <= most;
        }
    }

    /** Which rows of a track go side by side: {@code segments} of features that have {@code count}, of {@code most} at most. */
    private record Alignment(int[] segments, int count, int most) {
        int row(Run run, int segment) {
            return run.start() + (run.isCoarserThan(most) ? (int) ((long) segment * run.count() / count) : segment);
        }
    }

    /**
     * @param rows    what was found, a row beside another; the feature's name is the names joined by +
     * @param missing what was not
     * @param widths  how many columns each feature has
     */
    record Joined(FeatureMatrix rows, Missing missing, List<Integer> widths) {}

    /** @param blocks in the order in which their columns come */
    FeatureJoin(List<FeatureMatrix> blocks) {
        this.blocks = List.copyOf(blocks);
        this.runs = blocks.stream().map(FeatureJoin::runs).toList();
        this.dimensions = blocks.stream().mapToInt(FeatureMatrix::dimensions).sum();
    }

    /**
     * @param trackIds    the tracks to join, in this order
     * @param segmentsMax how many segments of a track, spread evenly over it, or {@link #ALL}
     * @param seed        decides where in its even share of the track a segment is taken
     */
    Joined join(Collection<String> trackIds, int segmentsMax, long seed) {
        Missing missing = new Missing();
        List<String> rowTracks = new ArrayList<>();
        List<int[]> sources = new ArrayList<>();
        for (String id : trackIds) {
            List<Run> found = runsOf(id, missing);
            if (found.size() == blocks.size()) {
                Alignment alignment = align(id, found, segmentsMax, seed);
                for (int segment : alignment.segments()) {
                    rowTracks.add(id);
                    sources.add(found.stream().mapToInt(run -> alignment.row(run, segment)).toArray());
                }
            }
        }
        float[] values = new float[Math.multiplyExact(sources.size(), dimensions)];
        for (int row = 0; row < sources.size(); row++) {
            copyRow(sources.get(row), values, row * dimensions, rowTracks.get(row));
        }
        String name = String.join("+", blocks.stream().map(FeatureMatrix::feature).toList());
        return new Joined(
                new FeatureMatrix(name, dimensions, rowTracks, values), missing, blocks.stream().map(FeatureMatrix::dimensions).toList());
    }

    private List<Run> runsOf(String id, Missing missing) {
        List<Run> found = new ArrayList<>();
        for (int b = 0; b < blocks.size(); b++) {
            Run run = runs.get(b).get(id);
            if (run == null) {
                missing.add(blocks.get(b).feature(), id);
            } else {
                found.add(run);
            }
        }
        return found;
    }

    private static Alignment align(String id, List<Run> found, int segmentsMax, long seed) {
        int most = found.stream().mapToInt(Run::count).max().orElseThrow();
        int count = found.stream().filter(run -> !run.isCoarserThan(most)).mapToInt(Run::count).min().orElseThrow();
        int taken = Math.min(count, segmentsMax);
        double offset = taken == count ? 0 : new SplittableRandom(seed ^ id.hashCode()).nextDouble();
        int[] segments = new int[taken];
        for (int i = 0; i < taken; i++) {
            segments[i] = (int) ((i + offset) * count / taken);
        }
        return new Alignment(segments, count, most);
    }

    private void copyRow(int[] sourceRows, float[] values, int to, String id) {
        int column = to;
        for (int b = 0; b < sourceRows.length; b++) {
            FeatureMatrix block = blocks.get(b);
            for (int d = 0; d < block.dimensions(); d++) {
                float value = block.values()[sourceRows[b] * block.dimensions() + d];
                if (!Float.isFinite(value)) {
                    throw new TasteprintException(
                            Kind.INVALID_INPUT,
                            "feature %s of track %s has a value that is not a finite number: extract or import it again"
                                    .formatted(block.feature(), id));
                }
                values[column++] = value;
            }
        }
    }

    private static Map<String, Run> runs(FeatureMatrix matrix) {
        Map<String, Run> runs = new HashMap<>();
        int start = 0;
        for (int row = 1; row <= matrix.rows(); row++) {
            String id = matrix.trackIds().get(row - 1);
            if (row == matrix.rows() || !matrix.trackIds().get(row).equals(id)) {
                if (runs.put(id, new Run(start, row - start)) != null) {
                    throw new IllegalArgumentException(
                            "the rows of track %s in %s do not follow one another".formatted(id, matrix.feature()));
                }
                start = row;
            }
        }
        return runs;
    }
}
