package org.tasteprint.backbone;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.loss.Loss;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.tasteprint.audio.LogMel;
import org.tasteprint.core.Progress;
import org.tasteprint.nets.Patches;
import org.tasteprint.nets.PyTorch;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.Training;
import org.tasteprint.nets.musicnn.MusicnnBlock;

/**
 * A network in training. Everything random in an epoch follows from the seed and the epoch's number, so that it does not matter
 * whether the epochs before were taken in this process.
 */
final class NetworkTraining implements AutoCloseable {
    private static final int PATCH = Patches.FRAMES * LogMel.BANDS;

    private final BackboneSettings settings;
    private final RenderedMusic music;
    private final int[] songs;
    private final Training training;
    private final float[] patches;
    private final float[] targets;

    /** @param checkpoint what to go on from */
    NetworkTraining(BackboneSettings settings, RenderedMusic music, Optional<Progression> checkpoint) {
        this.settings = settings;
        this.music = music;
        songs = IntStream.range(0, music.songs()).filter(song -> !settings.heldOut(song)).toArray();
        patches = new float[settings.batch() * PATCH];
        targets = new float[settings.batch() * Tags.names().size()];
        MusicnnBlock block = new MusicnnBlock(settings.widths());
        training = new Training(
                block, checkpoint.map(Progression::weights).orElse(Map.of()), batch(), settings.seed(), 0);
        checkpoint.ifPresent(kept -> training.resume(kept.moments(), (long) kept.curve().size() * stepsPerEpoch()));
        block.freezeInputScale();
    }

    /** A patch of each training song; what does not fill a batch is left out. */
    int stepsPerEpoch() {
        return songs.length / settings.batch();
    }

    /**
     * Hears a patch of every training song.
     *
     * @param epoch from 1 on
     * @return the mean loss
     */
    double epoch(int epoch, Progress.Task task) {
        SplittableRandom random = new SplittableRandom(settings.seed() + 1_000_003L * epoch);
        PyTorch.seed(random.nextLong());
        Disguise disguise = new Disguise(random.split());
        int[] order = songs.clone();
        shuffle(order, random);
        double sum = 0;
        for (int step = 0; step < stepsPerEpoch(); step++) {
            Arrays.fill(targets, 0);
            for (int i = 0; i < settings.batch(); i++) {
                fill(i, order[step * settings.batch() + i], disguise, random);
            }
            double loss = training.step(learningRate((epoch - 1) * stepsPerEpoch() + step), this::loss);
            sum += loss;
            task.advance(1);
            task.detail("loss %.4f".formatted(loss));
        }
        return sum / stepsPerEpoch();
    }

    private void fill(int row, int song, Disguise disguise, SplittableRandom random) {
        long set = music.patch(song, random.nextInt(music.places()), patches, row * PATCH);
        disguise.apply(patches, row * PATCH);
        int tags = Tags.names().size();
        for (int tag = 0; tag < tags; tag++) {
            targets[row * tags + tag] = Tags.holds(set, tag) ? 1 : 0;
        }
    }

    private NDArray loss(NDManager scope, UnaryOperator<NDArray> network) {
        NDArray truth = scope.create(targets, new Shape(settings.batch(), Tags.names().size()));
        NDArray logits = network.apply(scope.create(patches, batch()));
        return Loss.sigmoidBinaryCrossEntropyLoss().evaluate(new NDList(truth), new NDList(logits));
    }

    private Shape batch() {
        return new Shape(settings.batch(), 1, Patches.FRAMES, LogMel.BANDS);
    }

    /** Rises over half an epoch, then falls as half a cosine. */
    private double learningRate(int step) {
        double total = (double) settings.epochs() * stepsPerEpoch();
        double rise = Math.min(1, (step + 1) / (0.5 * stepsPerEpoch()));
        return settings.learningRate() * rise * (1 + Math.cos(Math.PI * step / total)) / 2;
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }

    Map<String, Tensor> weights() {
        return training.parameters();
    }

    Map<String, Tensor> moments() {
        return training.moments();
    }

    @Override
    public void close() {
        training.close();
    }
}
