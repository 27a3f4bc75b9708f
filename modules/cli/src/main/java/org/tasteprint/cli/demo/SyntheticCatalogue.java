package org.tasteprint.cli.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.tasteprint.audio.synth.Renderer;
import org.tasteprint.audio.synth.WavFile;
import org.tasteprint.core.AtomicFile;
import org.tasteprint.core.Feedback;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;

/**
 * A dataset folder made of nothing: 80 rendered tracks of 8 styles by 40 invented artists, split by artist, and a year of
 * listening by 150 invented listeners with tastes of their own.
 */
public final class SyntheticCatalogue {
    /** Goes up when the same seed no longer makes the same folder. */
    private static final int VERSION = 1;

    private static final int SAMPLE_RATE_HZ = 22050;
    private static final int LISTENERS = 150;
    private static final String STATE = "synthetic.txt";
    private static final String README = "README.txt";
    private static final String AUDIO = "audio";

    private SyntheticCatalogue() {}

    /**
     * Makes the folder, or leaves it as it is when it is complete already with the same seed. A folder that was left half
     * made is completed; one made with another seed, or by another version, is made again.
     *
     * @return whether it was made now; false when it was there already
     * @throws TasteprintException {@code CONFLICT} when the folder holds files of somebody else's, {@code UNAVAILABLE} when it
     *     cannot be written
     */
    public static boolean write(Path folder, long seed, Progress progress) {
        String identity = "version=%d\nseed=%d\n".formatted(VERSION, seed);
        String begun = identity + "state=begun\n";
        String complete = identity + "state=complete\n";
        List<DemoTrack> tracks = Roster.tracks(seed);
        String state = state(folder);
        if (state.equals(complete) && isWhole(folder, tracks)) {
            return false;
        }
        boolean goesOn = state.equals(begun) || state.equals(complete);
        writeText(folder.resolve(STATE), begun);
        writeText(folder.resolve(README), readme(tracks, seed));
        render(folder, tracks, goesOn, progress);
        deleteOthers(folder, tracks);
        writeTables(folder, tracks, seed);
        writeText(folder.resolve(STATE), complete);
        return true;
    }

    private static void render(Path folder, List<DemoTrack> tracks, boolean goesOn, Progress progress) {
        try (Progress.Task task = progress.begin("rendering music", "tracks", tracks.size())) {
            tracks.parallelStream().forEach(track -> {
                Path file = folder.resolve(track.path());
                if (!goesOn || !Files.exists(file)) {
                    WavFile.write(file, Renderer.render(track.song(), track.playing(), SAMPLE_RATE_HZ));
                }
                task.advance(1);
            });
        }
    }

    private static void writeTables(Path folder, List<DemoTrack> tracks, long seed) {
        SplittableRandom random = new SplittableRandom(~seed);
        List<Listener> listeners = new ArrayList<>();
        List<Feedback> feedback = new ArrayList<>();
        for (int number = 1; number <= LISTENERS; number++) {
            Listener listener = Listener.random(number, random);
            listeners.add(listener);
            feedback.addAll(listener.history(tracks, random));
        }
        feedback.sort(Comparator.comparing(Feedback::at));
        CatalogueTables.writeTracks(folder, tracks);
        CatalogueTables.writeUsers(folder, listeners);
        CatalogueTables.writeFeedback(folder, feedback);
    }

    /** What the folder says of itself; empty when there is nothing yet. */
    private static String state(Path folder) {
        Path file = folder.resolve(STATE);
        try {
            if (Files.exists(file)) {
                return Files.readString(file);
            }
            if (Files.exists(folder)) {
                try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
                    if (content.iterator().hasNext()) {
                        throw new TasteprintException(
                                TasteprintException.Kind.CONFLICT,
                                "%s holds other files: give an empty folder for the synthetic catalogue"
                                        .formatted(folder));
                    }
                }
            }
            return "";
        } catch (IOException e) {
            throw unavailable(folder, e);
        }
    }

    private static boolean isWhole(Path folder, List<DemoTrack> tracks) {
        return Files.exists(folder.resolve(CatalogueTables.TRACKS))
                && Files.exists(folder.resolve(CatalogueTables.FEEDBACK))
                && Files.exists(folder.resolve(CatalogueTables.USERS))
                && tracks.stream().allMatch(track -> Files.exists(folder.resolve(track.path())));
    }

    /** Another seed's or version's music would be found by an import of the folder. */
    private static void deleteOthers(Path folder, List<DemoTrack> tracks) {
        Set<Path> ours = new HashSet<>();
        tracks.forEach(track -> ours.add(folder.resolve(track.path())));
        try (DirectoryStream<Path> content = Files.newDirectoryStream(folder.resolve(AUDIO))) {
            for (Path file : content) {
                if (!ours.contains(file)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw unavailable(folder, e);
        }
    }

    private static String readme(List<DemoTrack> tracks, long seed) {
        return """
                This music is synthetic, and so are its artists and its listeners.

                Tasteprint rendered it for its demo: %d tracks, and a year of plays, likes, skips and dislikes of %d listeners
                (seed %d). Nothing in it was recorded, and nobody is behind the names. Each listener prefers some styles, and
                fast or slow, bright or dark, acoustic or electric, dense or sparse, minor or major music; chance does the rest.

                The folder may be deleted; the demo makes it again.
                """
                .formatted(tracks.size(), LISTENERS, seed);
    }

    private static void writeText(Path file, String text) {
        AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static TasteprintException unavailable(Path folder, IOException cause) {
        return new TasteprintException(
                TasteprintException.Kind.UNAVAILABLE,
                "cannot use %s (%s): check its permissions".formatted(folder, cause.getMessage()),
                cause);
    }
}
