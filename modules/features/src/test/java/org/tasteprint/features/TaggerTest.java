package org.tasteprint.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.format.Npy;
import org.tasteprint.nets.registry.ModelRegistry;

class TaggerTest {
    @TempDir
    Path folder;

    @Test
    void theMeanOverTheWindowsDecidesTheTopTags() throws IOException {
        Path golden = TestData.shared("golden/networks");
        Tensor reference = Npy.read(golden.resolve("vibeace_16k_12s.MTT_musicnn.hop61.taggram.npy"));
        ModelRegistry registry = TestData.registryWithWeights(folder);
        try (FeatureExtractor extractor = new FeatureExtractor(registry)) {
            Taggram taggram =
                    new Tagger(registry, extractor).listen(golden.resolve("vibeace_16k_12s.wav"), "musicnn-mtt", Hop.ONE_SECOND);

            assertThat(taggram.times()).hasSize((int) reference.shape()[0]).startsWith(0.0, 0.976, 1.952);
            assertThat(taggram.duration()).isEqualTo(taggram.times().getLast() + 2.992);
            double[] means = IntStream.range(0, 50)
                    .mapToDouble(tag -> IntStream.range(0, taggram.times().size())
                            .mapToDouble(window -> reference.values()[window * 50 + tag])
                            .average()
                            .orElseThrow())
                    .toArray();
            List<String> best = IntStream.range(0, 50)
                    .boxed()
                    .sorted(Comparator.comparingDouble(tag -> -means[tag]))
                    .limit(3)
                    .map(taggram.tags()::get)
                    .toList();
            assertThat(taggram.top(3)).extracting(Taggram.Tag::tag).isEqualTo(best);
            assertThat(taggram.top(1).getFirst().probability())
                    .isEqualTo(IntStream.range(0, 50).mapToDouble(tag -> means[tag]).max().orElseThrow(), within(1e-4));
        }
    }

    @Test
    void saysWhichNetworksTag() throws IOException {
        ModelRegistry registry = TestData.registry(folder);
        try (FeatureExtractor extractor = new FeatureExtractor(registry)) {
            Tagger tagger = new Tagger(registry, extractor);

            assertThat(tagger.models()).contains("musicnn-msd", "musicnn-mtt", "vgg-msd");
            assertThatThrownBy(() -> tagger.listen(folder, "nothing", Hop.ONE_SECOND))
                    .isInstanceOf(TasteprintException.class)
                    .hasMessageStartingWith("no network nothing tags music: there are musicnn-msd, musicnn-mtt");
        }
    }
}
