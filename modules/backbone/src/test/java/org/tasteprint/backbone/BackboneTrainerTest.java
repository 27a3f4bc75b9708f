package org.tasteprint.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.nets.Patches;
import org.tasteprint.nets.format.SafeTensors;
import org.tasteprint.nets.musicnn.Musicnn;

class BackboneTrainerTest {
    private static final BackboneSettings SMALL = new BackboneSettings(40, 4, 3, 5, 6, 1e-2, 7, 4, 2, 4, 12);

    @TempDir
    Path folder;

    @Test
    void learnsTellsHowItWasMadeAndLoads() {
        Path file = folder.resolve("network.safetensors");

        BackboneTraining training = new BackboneTrainer(folder, Progress.SILENT).train(SMALL, file);

        assertThat(training.epochs()).hasSize(3);
        assertThat(training.epochs().getLast().loss()).isLessThan(0.95 * training.epochs().getFirst().loss());
        assertThat(training.figures().songs()).isEqualTo(4);
        assertThat(training.figures().groups()).containsKeys("style", "instrument", "tempo", "mode");
        SafeTensors.Content content = SafeTensors.read(file);
        assertThat(content.metadata()).containsEntry("widths", "4,2,4,12,39").containsKeys("provenance", "curve");
        assertThat(content.metadata().get("tags")).contains("\"techno\"", "\"distorted guitar\"", "\"triple metre\"");
        try (Musicnn network = Musicnn.load(file)) {
            float[] taggram = network.analyse(Patches.separate(new float[Patches.SIZE], 1)).taggram();
            assertThat(taggram).hasSize(training.tags().size());
            for (float probability : taggram) {
                assertThat(probability).isBetween(0f, 1f);
            }
        }
    }

    @Test
    void goesOnWhereItWasStoppedAsIfNothingHadHappened() {
        Path straight = folder.resolve("straight.safetensors");
        Path broken = folder.resolve("broken.safetensors");
        new BackboneTrainer(folder.resolve("a"), Progress.SILENT).train(SMALL, straight);
        List<String> notes = new ArrayList<>();

        assertThatThrownBy(() -> new BackboneTrainer(folder.resolve("b"), stoppedAfter(8)).train(SMALL, broken))
                .hasMessage("stopped");
        new BackboneTrainer(folder.resolve("b"), notingIn(notes)).train(SMALL, broken);

        assertThat(notes).hasSize(2); // the first epoch was kept: it had six steps
        assertThat(SafeTensors.read(broken).tensors()).isEqualTo(SafeTensors.read(straight).tensors());
    }

    @Test
    void refusesWhatCannotBeTrained() {
        assertThatThrownBy(() -> SMALL.with(5, 3, 1))
                .isInstanceOf(TasteprintException.class)
                .hasMessage("songs must be at least 20; songs=5");
    }

    /** A progress that ends the work after so many steps of training. */
    private static Progress stoppedAfter(int steps) {
        return new Progress() {
            @Override
            public Task begin(String what, String unit, long total) {
                return new Task() {
                    private int left = unit.equals("steps") ? steps : Integer.MAX_VALUE;

                    @Override
                    public void advance(long done) {
                        left -= (int) done;
                        if (left <= 0) {
                            throw new IllegalStateException("stopped");
                        }
                    }

                    @Override
                    public void detail(String text) {}

                    @Override
                    public void close() {}
                };
            }

            @Override
            public void note(String message) {}
        };
    }

    private static Progress notingIn(List<String> notes) {
        return new Progress() {
            @Override
            public Task begin(String what, String unit, long total) {
                return SILENT.begin(what, unit, total);
            }

            @Override
            public void note(String message) {
                notes.add(message);
            }
        };
    }
}
