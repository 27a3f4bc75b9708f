package org.tasteprint.cli.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tasteprint.cli.app.PlotResult;
import org.tasteprint.cli.app.PlotWork;
import org.tasteprint.cli.app.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
        name = "plot",
        description = "Draws features of a sound file over time, one panel each, as PNG or SVG.",
        footer = {
            "",
            "Examples:",
            "  tasteprint plot song.mp3",
            "  tasteprint plot song.mp3 --features mel128,mfcc,tonnetz --start 1m --length 30s",
            "  tasteprint plot song.mp3 --features chroma-cens,tempogram --out figures/song.svg"
        })
final class PlotCommand extends Action<PlotResult> {
    @Parameters(paramLabel = "FILE", description = "A sound file.")
    private Path audio;

    @Option(
            names = "--features",
            split = ",",
            defaultValue = "mel128,chroma-cens,tempogram",
            paramLabel = "NAME",
            description = "mel128, mfcc, mfcc-delta, mfcc-delta2, chroma-cens, chroma-cqt, chroma-stft, tonnetz, tempogram, "
                    + "from above (default: ${DEFAULT-VALUE}).")
    private List<String> features;

    @Option(names = "--out", paramLabel = "PICTURE", description = "A .png or .svg (default: FILE's name with .features.png, in this folder).")
    private Path out;

    @Option(names = "--start", defaultValue = "0s", converter = DurationConverter.class, paramLabel = "TIME", description = "Where to begin (default: ${DEFAULT-VALUE}).")
    private Duration start;

    @Option(names = "--length", defaultValue = "10m", converter = DurationConverter.class, paramLabel = "TIME", description = "How much to draw, at most 10m (default: to the end).")
    private Duration length;

    @Override
    PlotResult run(Workspace workspace) {
        if (!length.isPositive() || length.compareTo(PlotWork.LONGEST) > 0) {
            throw new ParameterException(spec.commandLine(), "--length must be more than 0s and at most 10m");
        }
        return workspace.plots().plot(audio, features, start, length, Optional.ofNullable(out).orElseGet(this::besideHere));
    }

    @Override
    String text(PlotResult result) {
        return "Drew %s of %.1f s to %s.%n".formatted(String.join(", ", result.features()), result.seconds(), result.file());
    }

    private Path besideHere() {
        String name = audio.getFileName() == null ? "sound" : audio.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return Path.of((dot > 0 ? name.substring(0, dot) : name) + ".features.png");
    }
}
