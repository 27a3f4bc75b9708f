package org.tasteprint.nets.musicnn;

import java.util.Arrays;
import java.util.Map;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.nets.Affine;
import org.tasteprint.nets.Tensor;

/** The parameters of a {@link MusicnnBlock} by its names, read layer by layer. */
final class MusicnnParameters {
    static final String INPUT_NORMALISATION = "01frontEnd_01normalisation";
    static final String POOLED_NORMALISATION = "03dense_01BatchNorm";
    static final String DENSE = "03dense_03Linear";
    static final String DENSE_NORMALISATION = "03dense_05BatchNorm";
    static final String TAGS = "04tags_02Linear";

    private static final int FIRST_BANK = 2;

    private final Map<String, Tensor> parameters;

    MusicnnParameters(Map<String, Tensor> parameters) {
        this.parameters = parameters;
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
        return Math.toIntExact(tensor(layer, "bias").shape()[0]);
    }

    /**
     * A layer's weight or bias, which must have {@code shape}.
     *
     * @throws TasteprintException {@code INVALID_INPUT} when it is not there or has another shape
     */
    Tensor of(String layer, String name, long... shape) {
        Tensor tensor = tensor(layer, name);
        if (!Arrays.equals(tensor.shape(), shape)) {
            throw foreign("%s of %s has the shape %s, not %s"
                    .formatted(name, layer, Arrays.toString(tensor.shape()), Arrays.toString(shape)));
        }
        return tensor;
    }

    /** What a batch normalisation does to each channel at inference. */
    Affine normalisation(String layer, int channels) {
        float[] gamma = of(layer, "gamma", channels).values();
        float[] beta = of(layer, "beta", channels).values();
        float[] mean = of(layer, "runningMean", channels).values();
        float[] variance = of(layer, "runningVar", channels).values();
        float[] scale = new float[channels];
        float[] shift = new float[channels];
        for (int c = 0; c < channels; c++) {
            double exact = gamma[c] / Math.sqrt(variance[c] + (double) Layers.EPSILON);
            scale[c] = (float) exact;
            shift[c] = (float) (beta[c] - mean[c] * exact);
        }
        return new Affine(scale, shift);
    }

    private Tensor tensor(String layer, String name) {
        Tensor tensor = parameters.get(layer + "_" + name);
        if (tensor == null) {
            throw foreign("there is no %s of %s".formatted(name, layer));
        }
        return tensor;
    }

    private static TasteprintException foreign(String what) {
        return new TasteprintException(Kind.INVALID_INPUT, "these are another network's weights than musicnn's: " + what);
    }
}
