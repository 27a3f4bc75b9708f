package org.tasteprint.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tasteprint.index.Clouds.MADE;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.core.Progress;

/** A process that is killed at any moment, as by a failing machine, while it changes or builds a space. */
class CrashTest {
    private static final int POINTS = 300;
    private static final int DIMENSIONS = 8;
    private static final List<Point> CLOUD =
            Clouds.of(POINTS, DIMENSIONS, 11).stream().map(Point::of).toList();

    @TempDir
    Path folder;

    /** Updates and builds the space, and says so, until it is killed: a process of its own. */
    static final class Victim {
        public static void main(String[] arguments) {
            try (VectorSpaces spaces = VectorSpaces.open(Path.of(arguments[0]), Duration.ZERO)) {
                for (int i = 0; ; i++) {
                    if (arguments[1].equals("build")) {
                        spaces.build(SpaceDefinition.of("taste", DIMENSIONS, MADE), CLOUD, Progress.SILENT);
                    } else {
                        // Two points that come and go together.
                        spaces.update("taste", List.of(point("a" + i), point("b" + i)), List.of("a" + (i - 1), "b" + (i - 1)));
                    }
                    System.out.println(i);
                }
            }
        }

        private static Point point(String id) {
            return new Point(id, CLOUD.getFirst().vector(), CLOUD.getFirst().attributes());
        }
    }

    @Test
    void aKilledUpdateIsThereAsAWholeOrNotAtAll() throws Exception {
        try (VectorSpaces spaces = VectorSpaces.open(folder, Duration.ZERO)) {
            spaces.build(SpaceDefinition.of("taste", DIMENSIONS, MADE), CLOUD, Progress.SILENT);
            VectorSpace space = spaces.space("taste").orElseThrow();
            for (int round = 0; round < 3; round++) {
                int last = killed("update", round);
                List<String> extra = new ArrayList<>();
                space.forEach(point -> {
                    if (!point.id().startsWith("t")) {
                        extra.add(point.id());
                    }
                });
                // What was said to be done is done; the one that was under way is done or not.
                assertThat(Set.copyOf(extra))
                        .isIn(Set.of("a" + last, "b" + last), Set.of("a" + (last + 1), "b" + (last + 1)));
                assertThat(space.similar("t5", 10)).hasSize(10);
                assertThat(spaces.update("taste", List.of(), extra).vectors()).isEqualTo(POINTS);
            }
        }
    }

    @Test
    void aKilledBuildLeavesAVersionThatAnswersAndTheNextOneSweeps() throws Exception {
        try (VectorSpaces spaces = VectorSpaces.open(folder, Duration.ZERO)) {
            spaces.build(SpaceDefinition.of("taste", DIMENSIONS, MADE), CLOUD, Progress.SILENT);
            VectorSpace space = spaces.space("taste").orElseThrow();
            List<Neighbour> near = space.similar("t5", 10);
            for (int round = 0; round < 2; round++) {
                killed("build", round);
                assertThat(space.similar("t5", 10)).isEqualTo(near);
                spaces.build(SpaceDefinition.of("taste", DIMENSIONS, MADE), CLOUD, Progress.SILENT);
                assertThat(spaces.versions("taste")).extracting(SpaceVersion::state).contains(SpaceVersion.State.ACTIVE)
                        .doesNotContain(SpaceVersion.State.BUILDING);
                assertThat(space.similar("t5", 10)).isEqualTo(near);
            }
        }
    }

    /** Starts the victim, kills it in the middle of something, and returns the last thing that it said was done. */
    private int killed(String what, int seed) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Victim.class.getName(),
                        folder.toString(),
                        what)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int last = -1;
        try (BufferedReader said = process.inputReader()) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                last = Integer.parseInt(line);
                if (last == 3) {
                    TimeUnit.MICROSECONDS.sleep(new Random(seed).nextInt(20_000));
                    process.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(process.waitFor()).isNotZero();
        assertThat(last).isGreaterThanOrEqualTo(3);
        return last;
    }
}
