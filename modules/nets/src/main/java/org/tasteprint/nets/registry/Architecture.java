package org.tasteprint.nets.registry;

/** Which of our networks a model's weights are for. */
public enum Architecture {
    /** {@link org.tasteprint.nets.musicnn.Musicnn}, of any widths. */
    MUSICNN,
    /** {@link org.tasteprint.nets.vgg.Vgg}. */
    VGG,
    /** {@link org.tasteprint.nets.choi.ConvNetBlock}. */
    CHOI_CONVNET,
    /** {@link org.tasteprint.nets.choi.CnnBlock}. */
    CHOI_CNN,
    /** {@link org.tasteprint.nets.choi.CrnnBlock}. */
    CHOI_CRNN;

    /** Whether it runs over 3-second log-mel patches at 16 kHz; the others run over half minutes of decibels at 12 kHz. */
    public boolean takesPatches() {
        return switch (this) {
            case MUSICNN, VGG -> true;
            case CHOI_CONVNET, CHOI_CNN, CHOI_CRNN -> false;
        };
    }
}
