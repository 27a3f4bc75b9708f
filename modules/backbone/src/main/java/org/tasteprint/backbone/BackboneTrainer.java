package org.tasteprint.backbone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tasteprint.core.Progress;
import org.tasteprint.nets.Tensor;

/**
 * Trains a network of our own. The same settings give the same network on machines with the same processor and number of threads;
 * a training that was killed goes on after its last whole epoch when it is run again.
 */
public final class BackboneTrainer {
    private static final String MUSIC = "songs-seed%d-%ds.logmel";
    private static final String CHECKPOINT = "checkpoint.safetensors";

    private final Path folder;
    private final Progress progress;

    /** @param folder for the rendered music (0.7 MB a minute of music) and the checkpoint; it can be deleted afterwards */
    public BackboneTrainer(Path folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * Renders, trains and writes the network.
     *
     * @param out the {@code .safetensors} file
     */
    public BackboneTraining train(BackboneSettings settings, Path out) {
        long start = System.nanoTime();
        Path file = folder.resolve(MUSIC.formatted(settings.seed(), settings.seconds()));
        try (RenderedMusic music = RenderedMusic.in(
                file, new Repertoire(settings.seed()), settings.songs(), settings.seconds(), progress)) {
            String dataHash = music.hash();
            HeldOutSongs judges = new HeldOutSongs(music, settings);
            Progression last = train(settings, music, judges, "%s data %s".formatted(settings.asText(), dataHash));
            int best = best(last.curve()).epoch();
            BackboneFile network = BackboneFile.of(settings, dataHash, last, best, judges);
            return network.write(out, (System.nanoTime() - start) / 1e9);
        }
    }

    private Progression train(BackboneSettings settings, RenderedMusic music, HeldOutSongs judges, String recipe) {
        Path file = folder.resolve(CHECKPOINT);
        Optional<Progression> kept = Progression.read(file, recipe);
        try (NetworkTraining training = new NetworkTraining(settings, music, kept);
                Progress.Task task = progress.begin(
                        "training the network", "steps", (long) settings.epochs() * training.stepsPerEpoch())) {
            Progression last = kept.orElse(new Progression(Map.of(), Map.of(), Map.of(), List.of()));
            task.advance((long) last.curve().size() * training.stepsPerEpoch());
            while (!isOver(last.curve(), settings)) {
                last = epoch(training, last, judges, task);
                last.write(file, recipe);
                tell(last.curve(), settings);
            }
            return last;
        }
    }

    private static boolean isOver(List<Epoch> curve, BackboneSettings settings) {
        return curve.size() >= settings.epochs()
                || !curve.isEmpty() && curve.size() - best(curve).epoch() >= settings.patience();
    }

    private static Epoch best(List<Epoch> curve) {
        return curve.stream().min(Comparator.comparingDouble(Epoch::validationLoss)).orElseThrow();
    }

    private static Progression epoch(
            NetworkTraining training, Progression last, HeldOutSongs judges, Progress.Task task) {
        long start = System.nanoTime();
        int number = last.curve().size() + 1;
        double loss = training.epoch(number, task);
        Map<String, Tensor> weights = training.weights();
        HeldOutSongs.Answers answers = judges.ask(weights);
        List<Epoch> curve = new ArrayList<>(last.curve());
        curve.add(new Epoch(
                number,
                loss,
                answers.crossEntropy(),
                answers.rocAuc(Tags.names()).orElse(Double.NaN),
                (System.nanoTime() - start) / 1e9));
        boolean better = best(curve).epoch() == number;
        return new Progression(weights, better ? weights : last.best(), training.moments(), curve);
    }

    private void tell(List<Epoch> curve, BackboneSettings settings) {
        Epoch epoch = curve.getLast();
        double left = curve.stream().mapToDouble(Epoch::seconds).average().orElse(0) * (settings.epochs() - epoch.epoch());
        progress.note("epoch %d of %d: loss %.4f; held-out songs: loss %.4f, ROC-AUC %.4f; %.0f s, %d min left at most"
                .formatted(
                        epoch.epoch(), settings.epochs(), epoch.loss(), epoch.validationLoss(), epoch.rocAuc(), epoch.seconds(),
                        Duration.ofSeconds(Math.round(left)).plusSeconds(30).toMinutes()));
    }
}
