package org.tasteprint.cli.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tasteprint.bench.MicroBenchmarks;
import org.tasteprint.bench.NearestNeighbours;
import org.tasteprint.bench.SupportVectors;
import org.tasteprint.bench.Throughput;
import org.tasteprint.bench.UserNetwork;
import org.tasteprint.cli.app.BenchResult.Benchmark;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.genre.classifier.TunedTagger;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.choi.CnnTop;
import org.tasteprint.nets.musicnn.Musicnn;
import org.tasteprint.nets.registry.ModelRegistry;
import org.tasteprint.nets.registry.VerifyReport;

/** Gets and checks the weights of pretrained networks. */
public final class PretrainedWork {
    private final ModelRegistry registry;
    private final Progress progress;

    PretrainedWork(ModelRegistry registry, Progress progress) {
        this.registry = registry;
        this.progress = progress;
    }

    /** Every network of the registry and whether its weights are here. */
    public ModelsResult list() {
        return ModelsResult.of(registry, this::state);
    }

    /**
     * Gets weights.
     *
     * @param names networks; none for all whose hashes were published, and of a folder, those of them that it holds
     * @param from  a folder or base address that holds the files, instead of where they are published
     */
    public ModelsResult pull(List<String> names, Optional<String> from) {
        registry.pull(names, from, progress);
        return list();
    }

    /** Gets the weights that taste and genre learn with where the user names no features. */
    public void pullDefaults(Optional<String> from) {
        registry.pull(Defaults.networks(), from, progress);
    }

    /** Checks every file that is here against its SHA-256, or where none was published, whether it holds its network. */
    public ModelsResult verify() {
        Map<String, String> damages = registry.verify().damaged().stream()
                .collect(Collectors.toMap(VerifyReport.Damage::model, VerifyReport.Damage::reason));
        return ModelsResult.of(registry, model -> damages.containsKey(model) ? "damaged" : state(model));
    }

    /**
     * Measures what this machine does.
     *
     * @param dataset a dataset folder whose tags support vector machines learn from, if not made ones
     * @param interactions that the user network is trained on
     */
    public BenchResult bench(
            List<Benchmark> benchmarks, int seconds, AnnRequest ann, Optional<Path> dataset, long interactions) {
        Duration time = Duration.ofSeconds(seconds);
        return new BenchResult(benchmarks.stream()
                .flatMap(benchmark -> switch (benchmark) {
                    case MUSICNN -> Stream.of(Throughput.musicnn(weights(Defaults.networks().getFirst()), time));
                    case LOGMEL -> Stream.of(Throughput.logMel(time));
                    case FEATURES -> Throughput.features(time).stream();
                    case ANN -> NearestNeighbours.measure(ann.among(), ann.precision(), time, progress).stream();
                    case SVM -> SupportVectors.measure(dataset, progress).stream();
                    case SIAMESE -> Stream.of(Throughput.siamese(time));
                    case USERS -> UserNetwork.measure(interactions).stream();
                })
                .toList());
    }

    /**
     * Runs the JMH benchmarks whose names match; JMH tells on standard error how it goes.
     *
     * @param pattern a regular expression
     */
    public BenchResult microBenchmarks(String pattern) {
        return new BenchResult(MicroBenchmarks.run(pattern, registry.cached(Defaults.networks().getFirst()), System.err));
    }

    /**
     * The file of a network's weights.
     *
     * @throws TasteprintException {@code NOT_FOUND} when there is no such network, {@code UNAVAILABLE} when it is not here
     */
    Path weights(String network) {
        return registry.cached(network).orElseThrow(() -> new TasteprintException(
                Kind.UNAVAILABLE, "the weights of %s are not here: run './tasteprint models pull'".formatted(network)));
    }

    /** The parameters of a network that fine-tuning starts with. */
    Map<String, Tensor> parameters(String network) {
        return network.equals(TunedTagger.NETWORK) ? CnnTop.pretrained(weights(network)) : Musicnn.parameters(weights(network));
    }

    private String state(String model) {
        if (registry.cached(model).isEmpty()) {
            return "absent";
        }
        return registry.model(model).shipped() ? "shipped" : "here";
    }
}
