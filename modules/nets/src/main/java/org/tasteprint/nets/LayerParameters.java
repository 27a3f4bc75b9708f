package org.tasteprint.nets;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Map;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/** The parameters of a network by the names of its DJL block ({@code LAYER_NAME}), read layer by layer and checked. */
public final class LayerParameters {
    private final String network;
    private final Map<String, Tensor> parameters;

    /** @param network what errors call it, for example {@code musicnn} */
    public LayerParameters(String network, Map<String, Tensor> parameters) {
        this.network = requireNonNull(network, "network is null");
        this.parameters = requireNonNull(parameters, "parameters is null");
    }

    /**
     * How many channels or units come out of a layer.
     *
     * @throws TasteprintException {@code INVALID_INPUT} when there is no such layer
     */
    public int outputs(String layer) {
        return Math.toIntExact(tensor(layer, "bias").shape()[0]);
    }

    /**
     * A layer's parameter, which must have {@code shape}.
     *
     * @throws TasteprintException {@code INVALID_INPUT} when it is not there or has another shape
     */
    public Tensor of(String layer, String name, long... shape) {
        Tensor tensor = tensor(layer, name);
        if (!Arrays.equals(tensor.shape(), shape)) {
            throw foreign("%s of %s has the shape %s, not %s"
                    .formatted(name, layer, Arrays.toString(tensor.shape()), Arrays.toString(shape)));
        }
        return tensor;
    }

    /**
     * What a batch normalisation does to each channel at inference.
     *
     * @param epsilon added to the variance
     */
    public Affine normalisation(String layer, int channels, float epsilon) {
        float[] gamma = of(layer, "gamma", channels).values();
        float[] beta = of(layer, "beta", channels).values();
        float[] mean = of(layer, "runningMean", channels).values();
        float[] variance = of(layer, "runningVar", channels).values();
        float[] scale = new float[channels];
        float[] shift = new float[channels];
        for (int c = 0; c < channels; c++) {
            double exact = gamma[c] / Math.sqrt(variance[c] + (double) epsilon);
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

    private TasteprintException foreign(String what) {
        return new TasteprintException(
                Kind.INVALID_INPUT, "these are another network's weights than %s's: %s".formatted(network, what));
    }
}
