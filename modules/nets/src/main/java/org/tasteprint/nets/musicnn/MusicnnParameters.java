package org.tasteprint.nets.musicnn;

import java.util.Map;
import org.tasteprint.nets.Affine;
import org.tasteprint.nets.LayerParameters;
import org.tasteprint.nets.Tensor;

/** The parameters of a {@link MusicnnBlock} by its names, read layer by layer. */
final class MusicnnParameters {
    static final String INPUT_NORMALISATION = "01frontEnd_01normalisation";
    static final String POOLED_NORMALISATION = "03dense_01BatchNorm";
    static final String DENSE = "03dense_03Linear";
    static final String DENSE_NORMALISATION = "03dense_05BatchNorm";
    static final String TAGS = "04tags_02Linear";

    private static final int FIRST_BANK = 2;

    private final LayerParameters parameters;

    MusicnnParameters(Map<String, Tensor> parameters) {
        this.parameters = new LayerParameters("musicnn", parameters);
    }

    /** The convolution of a timbral filter bank, 0 or 1. */
    static String timbral(int which) {
        return "01frontEnd_%02dtimbral%d".formatted(FIRST_BANK + 2 * which, FrontEndBlock.TIMBRAL_BANDS.get(which));
    }

    /** The normalisation after a timbral filter bank. */
    static String timbralNormalisation(int which) {
        return "01frontEnd_%02dtimbral%dNormalisation"
                .formatted(FIRST_BANK + 2 * which + 1, FrontEndBlock.TIMBRAL_BANDS.get(which));
    }

    /** The convolution of a temporal filter bank, 0 to 2. */
    static String temporal(int which) {
        return "01frontEnd_%02dtemporal%d"
                .formatted(FIRST_BANK + 2 * (which + FrontEndBlock.TIMBRAL_BANDS.size()), FrontEndBlock.TEMPORAL_FRAMES.get(which));
    }

    /** The normalisation after a temporal filter bank. */
    static String temporalNormalisation(int which) {
        return "01frontEnd_%02dtemporal%dNormalisation"
                .formatted(
                        FIRST_BANK + 2 * (which + FrontEndBlock.TIMBRAL_BANDS.size()) + 1,
                        FrontEndBlock.TEMPORAL_FRAMES.get(which));
    }

    /** A convolution of the middle, 0 to 2. */
    static String middle(int which) {
        return "02middle_%02dconvolution%d".formatted(2 * which + 1, which + 1);
    }

    /** The normalisation after a convolution of the middle. */
    static String middleNormalisation(int which) {
        return "02middle_%02dnormalisation%d".formatted(2 * which + 2, which + 1);
    }

    /** How many channels or units come out of a layer. */
    int outputs(String layer) {
        return parameters.outputs(layer);
    }

    /** A layer's weight or bias, which must have {@code shape}. */
    Tensor of(String layer, String name, long... shape) {
        return parameters.of(layer, name, shape);
    }

    /** What a batch normalisation does to each channel at inference. */
    Affine normalisation(String layer, int channels) {
        return parameters.normalisation(layer, channels, Layers.EPSILON);
    }
}
