package org.tasteprint.plots;

import java.util.Arrays;
import java.util.List;

/**
 * Features of sound as heat maps over time, as {@code librosa.display.specshow} draws them: mel bands in decibels at their frequencies,
 * chroma by the names of notes, tempograms by tempo.
 */
public final class FeaturePanels {
    private static final double HIGH = 160;
    private static final double MIDDLE = 116;
    private static final double LOW = 92;

    private static final float DECIBELS = 80;
    private static final double HIGHEST_HZ = 11_025;
    private static final double HIGHEST_BPM = 800;
    private static final List<String> NOTES = List.of("C", "", "D", "", "E", "F", "", "G", "", "A", "", "B");
    private static final List<String> CENTROIDS = List.of("5_x", "5_y", "m3_x", "m3_y", "M3_x", "M3_y");

    private FeaturePanels() {}

    /**
     * A panel of one feature. Names without a way of their own get rows by number.
     *
     * @param feature         its name, for example {@code mel128}
     * @param frames          at least one
     * @param rows            values in each frame
     * @param values          {@code float[frames][rows]}
     * @param secondsPerFrame from one frame to the next
     * @param startSeconds    when the first frame is
     */
    public static Panel of(String feature, int frames, int rows, float[] values, double secondsPerFrame, double startSeconds) {
        Cells cells = Cells.even(frames, rows, values);
        Axis time = Axis.time(startSeconds, frames * secondsPerFrame);
        return switch (feature) {
            case "mel128" -> new HeatMap(
                    "Mel spectrogram",
                    Cells.even(frames, rows, decibels(values)),
                    new ColourScale(ColourMap.MAGMA, -DECIBELS, 0, "dB"),
                    time,
                    hertz(),
                    HIGH);
            case "mfcc" -> new HeatMap("MFCC", cells, ColourScale.aroundZero(values), time, coefficients(rows), MIDDLE);
            case "mfcc-delta" -> new HeatMap("MFCC, delta", cells, ColourScale.aroundZero(values), time, coefficients(rows), MIDDLE);
            case "mfcc-delta2" -> new HeatMap(
                    "MFCC, double delta", cells, ColourScale.aroundZero(values), time, coefficients(rows), MIDDLE);
            case "chroma-cens" -> chroma("Chroma energy normalised (CENS)", cells, time);
            case "chroma-cqt" -> chroma("Chroma, constant-Q transform", cells, time);
            case "chroma-stft" -> chroma("Chroma, short-time Fourier transform", cells, time);
            case "tonnetz" -> new HeatMap(
                    "Tonal centroids (tonnetz)", cells, ColourScale.aroundZero(values), time, Axis.names("Centroid", CENTROIDS), LOW);
            case "tempogram" -> tempogram(frames, rows, values, secondsPerFrame, time);
            default -> new HeatMap(
                    feature, cells, ColourScale.covering(values), time, Axis.round("Row", 0, rows, 5), rows > 40 ? HIGH : MIDDLE);
        };
    }

    private static Axis hertz() {
        return Axis.of("Hz", Scale.mel(HIGHEST_HZ), hz -> "%.0f".formatted(hz), 0, 512, 1024, 2048, 4096, 8192);
    }

    private static Axis coefficients(int rows) {
        double[] every5 = new double[(rows + 4) / 5];
        Arrays.setAll(every5, i -> 5 * i);
        Scale rowMiddles = Scale.linear(-0.5, rows - 0.5);
        return Axis.of("Coefficient", rowMiddles, k -> "%.0f".formatted(k), every5);
    }

    private static Panel chroma(String title, Cells cells, Axis time) {
        return new HeatMap(
                title, cells, ColourScale.fromZero(cells.values()), time, Axis.names("Pitch class", NOTES), MIDDLE);
    }

    /** Lag {@code l} stands for the tempo at which a beat comes back after {@code l} frames: short lags, fast tempi, are at the top. */
    private static Panel tempogram(int frames, int rows, float[] values, double secondsPerFrame, Axis time) {
        double framesPerMinute = 60 / secondsPerFrame;
        Scale tempo = Scale.logarithmic(framesPerMinute / (rows - 0.5), HIGHEST_BPM);
        double[] edges = new double[rows + 1];
        Arrays.setAll(edges, lag -> tempo.position(framesPerMinute / Math.max(lag - 0.5, 1e-3)));
        Axis bpm = Axis.of("BPM", tempo, value -> "%.0f".formatted(value), 16, 32, 64, 128, 256, 512);
        return new HeatMap(
                "Tempogram", new Cells(frames, rows, values, edges), new ColourScale(ColourMap.MAGMA, 0, 1, ""), time, bpm, HIGH);
    }

    /** Power in decibels below the loudest of all, no lower than 80. */
    private static float[] decibels(float[] power) {
        float loudest = 1e-10f;
        for (float value : power) {
            loudest = Math.max(loudest, value);
        }
        float[] decibels = new float[power.length];
        for (int i = 0; i < power.length; i++) {
            decibels[i] = Math.max(-DECIBELS, (float) (10 * Math.log10(Math.max(1e-10f, power[i]) / loudest)));
        }
        return decibels;
    }
}
