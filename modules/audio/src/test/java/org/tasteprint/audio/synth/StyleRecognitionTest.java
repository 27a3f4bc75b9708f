package org.tasteprint.audio.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tasteprint.audio.LogMel;
import org.tasteprint.audio.Spectrogram;

/** A style is worth its name only if it can be told from the sound. */
class StyleRecognitionTest {
    private static final int SONGS = 5;
    private static final int STYLES = Style.values().length;

    @Test
    void theNearestCentroidOfLogMelStatisticsTellsTheStyle() {
        double[][] features = IntStream.range(0, STYLES * SONGS)
                .parallel()
                .mapToObj(i -> statistics(Composer.compose(Style.values()[i % STYLES], 100 + i / STYLES)))
                .toArray(double[][]::new);
        standardise(features);
        int right = 0;
        for (int left = 0; left < features.length; left++) {
            right += nearestStyle(features, left) == left % STYLES ? 1 : 0;
        }
        assertThat((double) right / features.length).as("accuracy; chance is 1/8").isGreaterThan(0.75);
    }

    /** double[3 × bands]: mean, standard deviation and mean step of every band of the log-mel. */
    private static double[] statistics(Song song) {
        Sound sound = Renderer.render(song, Duration.ofSeconds(10), LogMel.SAMPLE_RATE_HZ);
        Spectrogram mel = LogMel.of(sound.mono());
        int bands = mel.bands();
        double[] statistics = new double[3 * bands];
        for (int band = 0; band < bands; band++) {
            double sum = 0;
            double squares = 0;
            double steps = 0;
            for (int frame = 0; frame < mel.frames(); frame++) {
                double value = mel.values()[frame * bands + band];
                sum += value;
                squares += value * value;
                steps += frame == 0 ? 0 : Math.abs(value - mel.values()[(frame - 1) * bands + band]);
            }
            double mean = sum / mel.frames();
            statistics[band] = mean;
            statistics[bands + band] = Math.sqrt(Math.max(0, squares / mel.frames() - mean * mean));
            statistics[2 * bands + band] = steps / mel.frames();
        }
        return statistics;
    }

    private static void standardise(double[][] features) {
        for (int d = 0; d < features[0].length; d++) {
            int dimension = d;
            double mean = Arrays.stream(features).mapToDouble(row -> row[dimension]).average().orElseThrow();
            double spread = Math.sqrt(Arrays.stream(features)
                    .mapToDouble(row -> Math.pow(row[dimension] - mean, 2))
                    .average()
                    .orElseThrow());
            for (double[] row : features) {
                row[d] = (row[d] - mean) / (spread + 1e-9);
            }
        }
    }

    /** The style whose mean, without the song itself, is nearest. */
    private static int nearestStyle(double[][] features, int song) {
        double best = Double.POSITIVE_INFINITY;
        int nearest = -1;
        for (int style = 0; style < STYLES; style++) {
            double distance = 0;
            for (int d = 0; d < features[song].length; d++) {
                double mean = 0;
                int count = 0;
                for (int other = style; other < features.length; other += STYLES) {
                    if (other != song) {
                        mean += features[other][d];
                        count++;
                    }
                }
                distance += Math.pow(features[song][d] - mean / count, 2);
            }
            if (distance < best) {
                best = distance;
                nearest = style;
            }
        }
        return nearest;
    }
}
