package org.tasteprint.nets.musicnn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;

/** musicnn's filter banks over log-mel patches, side by side: two timbral ones, three temporal ones. */
final class FrontEndBlock extends AbstractBlock {
    /** Length of the timbral kernels in frames. */
    static final int TIMBRAL_FRAMES = 7;

    /** Heights of the timbral kernels in mel bands. */
    static final List<Integer> TIMBRAL_BANDS = List.of(38, 67);

    /** Lengths of the temporal kernels in frames; they are one band high. */
    static final List<Integer> TEMPORAL_FRAMES = List.of(128, 64, 32);

    private final MusicnnWidths widths;
    private final Block normalisation;
    private final List<Bank> banks = new ArrayList<>();

    /** A convolution, ReLU, normalisation and the maximum over all positions in frequency. */
    private record Bank(Block convolution, Block normalisation) {
        /** @return N×filters×frames, where an even kernel has given a frame too many at the beginning */
        NDArray forward(ParameterStore parameters, NDList input, boolean training, long frames) {
            NDArray rectified = Activation.relu(convolution.forward(parameters, input, training).singletonOrThrow());
            NDArray maxima = normalisation
                    .forward(parameters, new NDList(rectified), training)
                    .singletonOrThrow()
                    .max(new int[] {3});
            long surplus = maxima.getShape().get(2) - frames;
            return surplus == 0 ? maxima : maxima.get(new NDIndex(":, :, {}:", surplus));
        }
    }

    FrontEndBlock(MusicnnWidths widths) {
        this.widths = widths;
        normalisation = addChildBlock("normalisation", Layers.normalisation());
        for (int bands : TIMBRAL_BANDS) {
            add("timbral" + bands, Layers.convolution(widths.timbral(), TIMBRAL_FRAMES, bands));
        }
        for (int frames : TEMPORAL_FRAMES) {
            add("temporal" + frames, Layers.convolution(widths.temporal(), frames, 1));
        }
    }

    private void add(String name, Block convolution) {
        banks.add(new Bank(
                addChildBlock(name, convolution), addChildBlock(name + "Normalisation", Layers.normalisation())));
    }

    void freezeInputScale() {
        normalisation.freezeParameters(true, MusicnnBlock::isLearned);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> options) {
        NDList input = normalisation.forward(parameters, inputs, training);
        long frames = input.singletonOrThrow().getShape().get(2);
        NDList channels = new NDList();
        banks.forEach(bank -> channels.add(bank.forward(parameters, input, training, frames)));
        return new NDList(NDArrays.concat(channels, 1));
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
        normalisation.initialize(manager, dataType, inputShapes);
        for (Bank bank : banks) {
            bank.convolution().initialize(manager, dataType, inputShapes);
            bank.normalisation().initialize(manager, dataType, bank.convolution().getOutputShapes(inputShapes));
        }
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return new Shape[] {new Shape(inputShapes[0].get(0), widths.frontEnd(), inputShapes[0].get(2))};
    }
}
