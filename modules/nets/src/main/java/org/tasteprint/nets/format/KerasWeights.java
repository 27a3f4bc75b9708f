package org.tasteprint.nets.format;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.nets.Tensor;

/**
 * The layers' weights in a Keras HDF5 file: {@code model_weights/LAYER/LAYER/NAME:0} in whole models of Keras 2,
 * {@code LAYER/LAYER_NAME:0} in files of weights of Keras 1. Some names carry the suffix {@code _1}.
 */
public final class KerasWeights implements AutoCloseable {
    private final Path file;
    private final HdfFile hdf;

    private KerasWeights(Path file, HdfFile hdf) {
        this.file = file;
        this.hdf = hdf;
    }

    /** @throws TasteprintException {@code NOT_FOUND} or {@code INVALID_INPUT}, when there is no such file or it is no HDF5 */
    public static KerasWeights open(Path file) {
        if (!Files.isReadable(file)) {
            throw new TasteprintException(
                    Kind.NOT_FOUND, "no weights at %s: fetch them with ./tasteprint models pull".formatted(file));
        }
        try {
            return new KerasWeights(file, new HdfFile(file));
        } catch (HdfException e) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT, "%s is no HDF5 file: fetch it with ./tasteprint models pull".formatted(file), e);
        }
    }

    /**
     * A layer's weight, with the axes as Keras keeps them.
     *
     * @throws TasteprintException {@code INVALID_INPUT} when it is not there or no float32
     */
    public Tensor weight(String layer, String name) {
        Dataset dataset = dataset(layer, name);
        if (!(dataset.getDataFlat() instanceof float[] values)) {
            throw foreign("%s of %s is not float32".formatted(name, layer), null);
        }
        return new Tensor(Arrays.stream(dataset.getDimensions()).asLongStream().toArray(), values);
    }

    private Dataset dataset(String layer, String name) {
        Map<String, Node> weights = group(layer);
        return Stream.of(name + ":0", name + "_1:0", "%s_%s:0".formatted(layer, name), "%s_%s_1:0".formatted(layer, name))
                .map(weights::get)
                .filter(Dataset.class::isInstance)
                .map(Dataset.class::cast)
                .findFirst()
                .orElseThrow(() -> foreign("there is no %s of %s".formatted(name, layer), null));
    }

    private Map<String, Node> group(String layer) {
        boolean whole = hdf.getChildren().containsKey("model_weights");
        try {
            return ((Group) hdf.getByPath(whole ? "model_weights/%s/%s".formatted(layer, layer) : layer)).getChildren();
        } catch (HdfException e) {
            throw foreign("there is no layer " + layer, e);
        }
    }

    private TasteprintException foreign(String what, Throwable cause) {
        return new TasteprintException(
                Kind.INVALID_INPUT, "%s holds another network's weights: %s".formatted(file, what), cause);
    }

    @Override
    public void close() {
        hdf.close();
    }
}
