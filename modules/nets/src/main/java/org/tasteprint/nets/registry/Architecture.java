package org.tasteprint.nets.registry;

/** Which of our networks a model's weights are for. */
public enum Architecture {
    /** {@link org.tasteprint.nets.musicnn.Musicnn}, of any widths. */
    MUSICNN,
    /** {@link org.tasteprint.nets.vgg.Vgg}. */
    VGG,
    /** {@code ChoiConvNet}. */
    CHOI_CONVNET,
    /** {@code ChoiCnn}. */
    CHOI_CNN,
    /** {@code ChoiCrnn}. */
    CHOI_CRNN
}
