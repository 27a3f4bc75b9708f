package org.tasteprint.cli.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tasteprint.audio.AudioFile;
import org.tasteprint.audio.Pcm;
import org.tasteprint.audio.Spectrogram;
import org.tasteprint.audio.librosa.LibrosaFeature;
import org.tasteprint.audio.librosa.LibrosaFeatures;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.plots.FeaturePanels;
import org.tasteprint.plots.Panel;
import org.tasteprint.plots.Picture;
import org.tasteprint.plots.PictureFile;

/** Draws what files sound like. */
public final class PlotWork {
    /** What fits into memory and, at a pixel for a third of a second, onto a picture. */
    public static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int RATE_HZ = LibrosaFeatures.SAMPLE_RATE_HZ;

    PlotWork() {}

    /**
     * Draws features of a sound file, one panel each.
     *
     * @param names  of librosa's features
     * @param start  where to begin
     * @param length how much to draw, at most {@link #LONGEST}; sound that is shorter is drawn to its end
     * @param file   the picture, a PNG or SVG by its suffix
     */
    public PlotResult plot(Path audio, List<String> names, Duration start, Duration length, Path file) {
        PictureFile.requireSuffix(file);
        List<LibrosaFeature> features = names.stream().map(PlotWork::feature).distinct().toList();
        Pcm sound = passage(audio, start, length);
        double startSeconds = start.toNanos() / 1e9;
        Map<LibrosaFeature, Spectrogram> computed = new EnumMap<>(LibrosaFeatures.of(sound, EnumSet.copyOf(features)));
        List<Panel> panels = features.stream()
                .map(feature -> panel(feature, computed.get(feature), startSeconds))
                .toList();
        PictureFile.write(file, new Picture(audio.getFileName().toString(), panels));
        return new PlotResult(
                file.toString(),
                features.stream().map(LibrosaFeature::label).toList(),
                startSeconds,
                sound.samples().length / (double) RATE_HZ);
    }

    private static LibrosaFeature feature(String name) {
        return LibrosaFeature.of(name).orElseThrow(() -> new TasteprintException(
                Kind.INVALID_INPUT,
                "feature '%s' cannot be drawn; these can: %s"
                        .formatted(
                                name,
                                Arrays.stream(LibrosaFeature.values())
                                        .map(LibrosaFeature::label)
                                        .collect(Collectors.joining(", ")))));
    }

    private static Panel panel(LibrosaFeature feature, Spectrogram values, double startSeconds) {
        double secondsPerFrame = LibrosaFeatures.HOP_SAMPLES / (double) RATE_HZ;
        return FeaturePanels.of(
                feature.label(), values.frames(), values.bands(), values.values(), secondsPerFrame, startSeconds);
    }

    private static Pcm passage(Path audio, Duration start, Duration length) {
        Pcm passage = AudioFile.decodePassage(audio, RATE_HZ, start, length);
        if (passage.samples().length == 0) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT,
                    "%s ends before %.1f s: begin earlier with --start".formatted(audio, start.toNanos() / 1e9));
        }
        return passage;
    }
}
