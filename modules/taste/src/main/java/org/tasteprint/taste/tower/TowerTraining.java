package org.tasteprint.taste.tower;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.tasteprint.core.Vectors;
import org.tasteprint.nets.PyTorch;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.Towers;
import org.tasteprint.nets.Training;
import org.tasteprint.nets.musicnn.MusicnnBlock;
import org.tasteprint.nets.musicnn.MusicnnWidths;
import org.tasteprint.nets.checkpoint.Checkpoint;
import org.tasteprint.taste.table.VectorTable;

/**
 * A Siamese tower in training: both tracks of a triple go through the same weights, in one batch. Everything random in an epoch
 * follows from the seed and the epoch's number, so it does not matter whether the epochs before were taken in this process: a
 * training that was killed goes on from its checkpoint as if nothing had been.
 *
 * <p>The engine collects gradients for one training at a time in a process. Native memory: the weights with their gradients and
 * Adam's moments, and the intermediates of one batch, which are freed after each step.
 */
public final class TowerTraining implements AutoCloseable {
    private static final int HIDDEN = 128;
    private static final float DROPOUT = 0.2f;
    private static final int MINED_AT_ONCE = 10_000;

    private final TasteSettings settings;
    private final TowerInput input;
    private final Block tower;
    private final Training training;
    private final Optional<CheckpointFile> file;
    private final List<Double> losses = new ArrayList<>();
    private final Map<String, Tensor> kept = new LinkedHashMap<>();

    /** @param file where the training is kept and goes on from, if anywhere */
    public TowerTraining(TasteSettings settings, TowerInput input, Optional<CheckpointFile> file) {
        this.settings = settings;
        this.input = input;
        this.file = file;
        Map<String, Tensor> start = settings.tower() instanceof Tower.Tuned tuned ? withoutTags(tuned.start()) : Map.of();
        tower = untrained(settings, start);
        Optional<Checkpoint> last = file.flatMap(CheckpointFile::read);
        training = new Training(
                tower,
                last.map(Checkpoint::weights).orElse(start),
                input.batch(2 * settings.batch()),
                settings.seed(),
                settings.weightDecay());
        if (tower instanceof MusicnnBlock musicnn && !start.isEmpty()) {
            musicnn.trainFrom(MusicnnBlock.Stage.MIDDLE);
        }
        last.ifPresent(checkpoint -> {
            String[] told = checkpoint.told().split(" ");
            training.resume(checkpoint.moments(), Long.parseLong(told[0]));
            Stream.of(told).skip(1).map(Double::valueOf).forEach(losses::add);
            kept.putAll(checkpoint.kept());
        });
    }

    /** Its tags are of no use: what stands in their place is learned anew. */
    private static Map<String, Tensor> withoutTags(Map<String, Tensor> start) {
        Map<String, Tensor> rest = new LinkedHashMap<>(start);
        rest.keySet().removeIf(name -> name.startsWith(MusicnnBlock.TAGS_PREFIX));
        return rest;
    }

    /**
     * The tower of these settings, without weights.
     *
     * @param parameters that it will get, or some of them: how wide it is
     */
    static Block untrained(TasteSettings settings, Map<String, Tensor> parameters) {
        return switch (settings.tower()) {
            case Tower.Conv _ -> Towers.conv(settings.personalDimensions());
            case Tower.Tuned _ -> new MusicnnBlock((parameters.isEmpty() ? MusicnnWidths.PUBLISHED : MusicnnWidths.withoutTags(parameters))
                    .withTags(settings.personalDimensions()));
            case Tower.Features _ -> Towers.dense(HIDDEN, settings.personalDimensions(), DROPOUT);
        };
    }

    /**
     * Takes {@code steps} steps.
     *
     * @param users the direction of each, of the personal dimensions
     * @return the mean loss
     */
    public double epoch(TripleSampler sampler, List<float[]> users, int steps) {
        SplittableRandom random = new SplittableRandom(settings.seed() + 1_000_003L * (losses.size() + 1));
        PyTorch.seed(random.nextLong());
        sampler.restart(random.nextLong());
        if (sampler.mines()) {
            mine(sampler, users);
        }
        Triples triples = new Triples(settings, input, random.split());
        double sum = 0;
        for (int step = 0; step < steps; step++) {
            triples.draw(sampler, users);
            sum += training.step(settings.learningRate(), (scope, network) -> {
                int n = settings.batch();
                NDArray anchors = scope.create(triples.anchors(), new Shape(n, settings.personalDimensions()));
                NDArray tracks = network.apply(scope.create(triples.examples(), input.batch(2 * n)));
                return settings.loss().of(
                        anchors, tracks, () -> scope.create(triples.correction(sampler), new Shape(n, 2L * n)), settings.margin());
            });
        }
        losses.add(sum / steps);
        return losses.getLast();
    }

    /** Hard negatives of an epoch are those of the space as it is at its beginning. */
    private void mine(TripleSampler sampler, List<float[]> users) {
        int[] known = sampler.known();
        VectorTable vectors = new VectorTable(1 + Arrays.stream(known).max().orElse(-1), settings.personalDimensions());
        for (int from = 0; from < known.length; from += MINED_AT_ONCE) {
            int[] some = Arrays.copyOfRange(known, from, Math.min(known.length, from + MINED_AT_ONCE));
            float[][] embedded = embed(input, some);
            for (int i = 0; i < some.length; i++) {
                vectors.write(some[i], embedded[i]);
            }
        }
        sampler.mine((user, track) -> Vectors.dot(users.get(user), vectors.row(track)));
    }

    /** The mean loss of every epoch that was taken, in earlier processes too. */
    public List<Double> losses() {
        return Collections.unmodifiableList(losses);
    }

    /** The personal parts of tracks as the tower is now. */
    public float[][] embed(TowerInput ofTracks, int[] tracks) {
        try (TowerInference inference = new TowerInference(tower)) {
            return inference.embed(ofTracks, tracks);
        }
    }

    public Map<String, Tensor> parameters() {
        return training.parameters();
    }

    /**
     * Keeps the training as it is after an epoch, where there is a file for it.
     *
     * @param vectors float[tracks][width], something that the caller wants back from {@link #kept} after a restart, for this epoch; or
     *                empty
     */
    public void keep(float[][] vectors) {
        if (vectors.length > 0) {
            kept.put("%04d".formatted(losses.size()), Tensor.ofRows(vectors, vectors[0].length));
        }
        file.ifPresent(checkpoints -> {
            StringBuilder told = new StringBuilder(Long.toString(training.steps()));
            losses.forEach(loss -> told.append(' ').append(loss));
            checkpoints.write(new Checkpoint(training.parameters(), training.moments(), kept, told.toString()));
        });
    }

    /** What was given to {@link #keep}, an epoch an element. */
    public List<float[][]> kept() {
        return kept.values().stream().map(Tensor::rows).toList();
    }

    @Override
    public void close() {
        training.close();
    }
}
