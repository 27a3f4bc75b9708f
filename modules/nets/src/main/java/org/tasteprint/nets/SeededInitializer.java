package org.tasteprint.nets;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * He's normal initialisation (He et al. 2015, "Delving deep into rectifiers", section 2.2) from a generator of its own: the
 * engine's generator belongs to the whole process, so that its numbers depend on what other threads do.
 */
final class SeededInitializer implements Initializer {
    private final RandomGenerator random;

    SeededInitializer(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    @Override
    public NDArray initialize(NDManager manager, Shape shape, DataType type) {
        long inputs = shape.size() / shape.get(0);
        double deviation = Math.sqrt(2.0 / inputs);
        float[] values = new float[Math.toIntExact(shape.size())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian(0, deviation);
        }
        return manager.create(values, shape).toType(type, false);
    }
}
