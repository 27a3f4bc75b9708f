package org.tasteprint.backbone;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.tasteprint.audio.LogMel;
import org.tasteprint.core.RankedScores;
import org.tasteprint.nets.Patches;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.musicnn.Musicnn;

/** The songs that no step has seen, undisguised, three patches of each: what epochs are judged by. */
final class HeldOutSongs {
    private static final int PATCHES_A_SONG = 3;
    private static final int BATCH_SONGS = 16;
    private static final double SMALLEST = 1e-7;

    private final RenderedMusic music;
    private final int[] songs;

    HeldOutSongs(RenderedMusic music, BackboneSettings settings) {
        this.music = music;
        songs = IntStream.range(0, music.songs()).filter(settings::heldOut).toArray();
    }

    int songs() {
        return songs.length;
    }

    int patches() {
        return songs.length * PATCHES_A_SONG;
    }

    /**
     * What a network says of the songs, beside what is true.
     *
     * @param probabilities double[tags][patches]
     * @param truth         boolean[tags][patches]
     */
    record Answers(double[][] probabilities, boolean[][] truth) {
        /** Mean binary cross-entropy of all tags and patches. */
        double crossEntropy() {
            double sum = 0;
            for (int tag = 0; tag < truth.length; tag++) {
                for (int patch = 0; patch < truth[tag].length; patch++) {
                    double p = probabilities[tag][patch];
                    sum -= Math.log(Math.max(SMALLEST, truth[tag][patch] ? p : 1 - p));
                }
            }
            return sum / truth.length / truth[0].length;
        }

        /** Area under the ROC curve of each tag that is true of some patches and not of others. */
        Map<String, Double> rocAuc() {
            Map<String, Double> areas = new LinkedHashMap<>();
            for (int tag = 0; tag < truth.length; tag++) {
                double area = RankedScores.rocAuc(probabilities[tag], truth[tag]);
                if (!Double.isNaN(area)) {
                    areas.put(Tags.names().get(tag), area);
                }
            }
            return areas;
        }

        /** Mean of the areas of some tags. */
        OptionalDouble rocAuc(List<String> tags) {
            Map<String, Double> areas = rocAuc();
            return tags.stream().filter(areas::containsKey).mapToDouble(areas::get).average();
        }
    }

    /** Asks a network with these parameters. */
    Answers ask(Map<String, Tensor> parameters) {
        int tags = Tags.names().size();
        double[][] probabilities = new double[tags][patches()];
        boolean[][] truth = new boolean[tags][patches()];
        float[] batch = new float[BATCH_SONGS * PATCHES_A_SONG * Patches.FRAMES * LogMel.BANDS];
        try (Musicnn network = Musicnn.of(parameters)) {
            for (int first = 0; first < songs.length; first += BATCH_SONGS) {
                int count = Math.min(BATCH_SONGS, songs.length - first) * PATCHES_A_SONG;
                int row = first * PATCHES_A_SONG;
                for (int i = 0; i < count; i++) {
                    int place = (music.places() - 1) * (i % PATCHES_A_SONG) / (PATCHES_A_SONG - 1);
                    int offset = i * Patches.FRAMES * LogMel.BANDS;
                    long set = music.patch(songs[first + i / PATCHES_A_SONG], place, batch, offset);
                    for (int tag = 0; tag < tags; tag++) {
                        truth[tag][row + i] = Tags.holds(set, tag);
                    }
                }
                float[] taggram = network.analyse(Patches.separate(batch, count)).taggram();
                for (int i = 0; i < count * tags; i++) {
                    probabilities[i % tags][row + i / tags] = taggram[i];
                }
            }
        }
        return new Answers(probabilities, truth);
    }
}
