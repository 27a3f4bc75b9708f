package org.tasteprint.features;

import java.util.List;
import java.util.stream.Stream;
import org.tasteprint.nets.choi.ChoiNetwork;
import org.tasteprint.nets.musicnn.Musicnn;
import org.tasteprint.nets.registry.Architecture;
import org.tasteprint.nets.vgg.Vgg;

/**
 * What is kept of a network's activations; the feature's name is the network's with a suffix.
 *
 * @param suffix of the feature's name; empty for what a network is mostly used for
 * @param name   what the network calls it
 */
record NetworkOutput(String suffix, String name) {
    private static final List<NetworkOutput> MUSICNN = List.of(
            new NetworkOutput("", Musicnn.MAX_POOL),
            new NetworkOutput(FeatureNames.MEAN, Musicnn.MEAN_POOL),
            new NetworkOutput(FeatureNames.PENULTIMATE, Musicnn.PENULTIMATE),
            new NetworkOutput(FeatureNames.TAGGRAM, Musicnn.TAGGRAM));
    private static final List<NetworkOutput> VGG =
            List.of(new NetworkOutput("", Vgg.POOL5), new NetworkOutput(FeatureNames.TAGGRAM, Vgg.TAGGRAM));
    private static final List<NetworkOutput> CHOI = List.of(
            new NetworkOutput("", ChoiNetwork.FEATURES), new NetworkOutput(FeatureNames.TAGGRAM, ChoiNetwork.TAGGRAM));

    private static final List<NetworkOutput> CHOI_CNN =
            Stream.concat(CHOI.stream(), Stream.of(new NetworkOutput(FeatureNames.LAYER_4, ChoiNetwork.LAYER_4))).toList();

    /** The outputs of a network. */
    static List<NetworkOutput> of(Architecture network) {
        return switch (network) {
            case MUSICNN -> MUSICNN;
            case VGG -> VGG;
            case CHOI_CONVNET, CHOI_CRNN -> CHOI;
            case CHOI_CNN -> CHOI_CNN;
        };
    }
}
