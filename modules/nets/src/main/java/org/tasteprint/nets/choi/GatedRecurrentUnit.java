package org.tasteprint.nets.choi;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * A layer of gated recurrent units (Cho et al. 2014) as Keras 1 computed it, and PyTorch does not: the gates are z and r =
 * clamp(0.2 a + 0.5, 0, 1), the candidate is tanh(W x + b + U (r·h)), with the reset before the matrix, and the state becomes z·h +
 * (1 - z)·candidate, beginning at 0. N×steps×inputs to N×steps×units.
 *
 * <p>Parameters: {@code inputWeight} 3·units×inputs, {@code recurrentWeight} 3·units×units and {@code bias} 3·units, each for z, r
 * and the candidate, in this order.
 */
final class GatedRecurrentUnit extends AbstractBlock {
    private final int units;
    private final Parameter inputWeight = addParameter(weight("inputWeight"));
    private final Parameter recurrentWeight = addParameter(weight("recurrentWeight"));
    private final Parameter bias =
            addParameter(Parameter.builder().setName("bias").setType(Parameter.Type.BIAS).build());

    GatedRecurrentUnit(int units) {
        this.units = units;
    }

    private static Parameter weight(String name) {
        return Parameter.builder().setName(name).setType(Parameter.Type.WEIGHT).build();
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> options) {
        NDArray input = inputs.singletonOrThrow();
        long rows = input.getShape().get(0);
        long steps = input.getShape().get(1);
        NDArray weight = parameters.getValue(inputWeight, input.getDevice(), training);
        NDArray recurrent = parameters.getValue(recurrentWeight, input.getDevice(), training);
        NDArray gates = recurrent.get(new NDIndex(":{}", 2 * units)).transpose();
        NDArray candidates = recurrent.get(new NDIndex("{}:", 2 * units)).transpose();
        NDArray fromInput = input.reshape(rows * steps, input.getShape().get(2))
                .matMul(weight.transpose())
                .add(parameters.getValue(bias, input.getDevice(), training))
                .reshape(rows, steps, 3L * units);
        NDArray state = input.getManager().zeros(new Shape(rows, units));
        NDList states = new NDList();
        for (long step = 0; step < steps; step++) {
            NDArray now = fromInput.get(new NDIndex(":, {}", step));
            NDArray both = now.get(new NDIndex(":, :{}", 2 * units)).add(state.matMul(gates));
            NDArray opened = both.mul(0.2f).add(0.5f).clip(0f, 1f);
            NDArray update = opened.get(new NDIndex(":, :{}", units));
            NDArray reset = opened.get(new NDIndex(":, {}:", units));
            NDArray candidate = Activation.tanh(
                    now.get(new NDIndex(":, {}:", 2 * units)).add(reset.mul(state).matMul(candidates)));
            state = update.mul(state).add(update.neg().add(1).mul(candidate));
            states.add(state);
        }
        return new NDList(NDArrays.stack(states, 1));
    }

    @Override
    protected void prepare(Shape[] inputShapes) {
        inputWeight.setShape(new Shape(3L * units, inputShapes[0].get(2)));
        recurrentWeight.setShape(new Shape(3L * units, units));
        bias.setShape(new Shape(3L * units));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return new Shape[] {new Shape(inputShapes[0].get(0), inputShapes[0].get(1), units)};
    }
}
