package org.tasteprint.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/** Runs the JMH benchmarks, each in JVMs of its own: minutes rather than seconds, and figures to compare versions by. */
public final class MicroBenchmarks {
    private MicroBenchmarks() {}

    /**
     * Runs those whose class and method name contain a match of {@code pattern}.
     *
     * @param pattern a regular expression
     * @param weights of musicnn; without them its benchmark is left out
     * @param log     where JMH tells how it goes
     * @throws TasteprintException {@code NOT_FOUND} when none matches, {@code UNAVAILABLE} when one fails
     */
    public static List<Figure> run(String pattern, Optional<Path> weights, PrintStream log) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(pattern)
                .shouldFailOnError(true)
                .jvmArgs("-Xmx2g", "--enable-native-access=ALL-UNNAMED", "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0");
        weights.ifPresentOrElse(
                file -> options.param("weights", file.toString()),
                () -> options.exclude(MusicnnBenchmark.class.getSimpleName()));
        try {
            return figures(new Runner(options.build(), OutputFormatFactory.createFormatInstance(log, VerboseMode.NORMAL)).run());
        } catch (NoBenchmarksException e) {
            throw new TasteprintException(
                    Kind.NOT_FOUND, "no JMH benchmark matches '%s'; try Librosa, Decode, LogMel or Musicnn".formatted(pattern), e);
        } catch (RunnerException e) {
            throw new TasteprintException(Kind.UNAVAILABLE, "a JMH benchmark failed: " + e.getMessage(), e);
        }
    }

    private static List<Figure> figures(Collection<RunResult> results) {
        List<Figure> figures = new ArrayList<>();
        for (RunResult result : results) {
            BenchmarkParams run = result.getParams();
            String[] path = run.getBenchmark().split("\\.");
            StringBuilder name = new StringBuilder(path[path.length - 2] + "." + path[path.length - 1]);
            for (String key : run.getParamsKeys()) {
                if (!key.equals("weights") && !run.getParam(key).isEmpty()) {
                    name.append(' ').append(run.getParam(key));
                }
            }
            figures.add(new Figure(
                    name.toString(),
                    result.getPrimaryResult().getScore(),
                    result.getPrimaryResult().getScoreUnit(),
                    run.getThreads()));
        }
        return figures;
    }
}
