package org.tasteprint.nets.format;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.nets.Tensor;

/**
 * The layers' weights in a Keras 2 HDF5 file: {@code model_weights/LAYER/LAYER/NAME:0}, where some layers' names carry the
 * suffix {@code _1}.
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
        try {
            var weights = ((Group) hdf.getByPath("model_weights/%s/%s".formatted(layer, layer))).getChildren();
            Node node = weights.getOrDefault(name + ":0", weights.get(name + "_1:0"));
            if (node instanceof Dataset dataset) {
                return dataset;
            }
        } catch (HdfException e) {
            throw foreign("there is no layer " + layer, e);
        }
        throw foreign("there is no %s of %s".formatted(name, layer), null);
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
