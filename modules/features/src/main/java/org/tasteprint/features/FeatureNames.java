package org.tasteprint.features;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tasteprint.audio.librosa.LibrosaFeature;

/** Names of the features that this module extracts from sound. */
public final class FeatureNames {
    /** Log-mel spectrogram: a row is one frame of 16 ms, 96 bands. The frames of the whole track, whatever the hop. */
    public static final String LOG_MEL = "logmel";

    /**
     * Mean, standard deviation and mean absolute change from frame to frame of each of the 96 bands over a segment of 3
     * seconds: 288 dimensions. Needs no weights.
     */
    public static final String LOG_MEL_STATS = "logmel-stats";

    /** musicnn trained on the Million Song Dataset: maximum over a segment of 3 seconds, 753 dimensions. */
    public static final String MUSICNN_MSD = "musicnn-msd";

    /** musicnn trained on MagnaTagATune: maximum over a segment of 3 seconds, 753 dimensions. */
    public static final String MUSICNN_MTT = "musicnn-mtt";

    /** A narrow musicnn trained on rendered music, which comes with the program: maximum over a segment of 3 seconds, 336 dimensions. */
    public static final String MUSICNN_RENDERED = "musicnn-rendered";

    /** The larger musicnn: maximum over a segment of 3 seconds, 2097 dimensions. */
    public static final String MUSICNN_MSD_BIG = "musicnn-msd-big";

    /** VGG trained on the Million Song Dataset: its last pooling over a segment of 3 seconds, 2 moments of 128 dimensions. */
    public static final String VGG_MSD = "vgg-msd";

    /** VGG trained on MagnaTagATune: its last pooling over a segment of 3 seconds, 2 moments of 128 dimensions. */
    public static final String VGG_MTT = "vgg-mtt";

    /**
     * Choi's transfer-learning network: averages of its five layers over an excerpt of 29 seconds, 160 dimensions. A row is an
     * excerpt; sound of less than two has one, its beginning.
     */
    public static final String CHOI_160 = "choi160";

    /**
     * Choi's convolutional tagger: its last layer over an excerpt of 29.12 seconds, 256 dimensions. A row is an excerpt; sound of less
     * than two has one, its middle.
     */
    public static final String CHOI_CNN = "choi-cnn";

    /** Suffix of {@link #CHOI_CNN}: what its last layer of filters is given, 3072 dimensions, for who tunes that layer. */
    public static final String LAYER_4 = "-layer4";

    /** Choi's convolutional recurrent tagger: its last state after an excerpt of 29.12 seconds, 32 dimensions. Rows as of the other. */
    public static final String CHOI_CRNN = "choi-crnn";

    /** Suffix of a network's name: mean over the segment instead of its maximum, 753 dimensions for musicnn. */
    public static final String MEAN = "-mean";

    /** Suffix of a network's name: the last hidden layer, 200 dimensions for musicnn. */
    public static final String PENULTIMATE = "-penultimate";

    /** Suffix of a network's name: the probabilities of its tags, 50 dimensions for musicnn. */
    public static final String TAGGRAM = "-taggram";

    /**
     * The means over time of librosa's nine features, side by side: 358 dimensions, one row a track. The nine themselves are named
     * by {@link LibrosaFeature#label()}.
     */
    public static final String AVERAGED = "averaged";

    private static final List<String> SUFFIXES = List.of(MEAN, PENULTIMATE, TAGGRAM, LAYER_4);
    private static final List<String> NETWORKS = List.of("musicnn-", "vgg-", "choi");

    private FeatureNames() {}

    /** The networks that these features come from, in alphabetical order; others come from sound alone, or are learned. */
    public static Set<String> networks(Collection<String> features) {
        return features.stream()
                .filter(feature -> NETWORKS.stream().anyMatch(feature::startsWith))
                .map(feature -> SUFFIXES.stream()
                        .filter(feature::endsWith)
                        .findFirst()
                        .map(suffix -> feature.substring(0, feature.length() - suffix.length()))
                        .orElse(feature))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
