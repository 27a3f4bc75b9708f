package org.tasteprint.nets.musicnn;

import java.util.Map;
import org.tasteprint.nets.Tensor;

/**
 * How wide a musicnn network is; everything else about it is fixed.
 *
 * @param timbral  channels of each of the two timbral filter banks
 * @param temporal channels of each of the three temporal filter banks
 * @param middle   channels of each of the three layers of the middle
 * @param dense    units of the layer before the tags: the length of the penultimate feature
 * @param tags     outputs
 */
public record MusicnnWidths(int timbral, int temporal, int middle, int dense, int tags) {
    /** The published MSD_musicnn and MTT_musicnn: 790 thousand parameters. */
    public static final MusicnnWidths PUBLISHED = new MusicnnWidths(204, 51, 64, 200, 50);

    public MusicnnWidths {
        if (timbral < 1 || temporal < 1 || middle < 1 || dense < 1 || tags < 1) {
            throw new IllegalArgumentException("widths must be positive; %d, %d, %d, %d, %d"
                    .formatted(timbral, temporal, middle, dense, tags));
        }
    }

    /** Those of the network that has these parameters. */
    static MusicnnWidths of(MusicnnParameters parameters) {
        return new MusicnnWidths(
                parameters.outputs(MusicnnParameters.timbral(0)),
                parameters.outputs(MusicnnParameters.temporal(0)),
                parameters.outputs(MusicnnParameters.middle(0)),
                parameters.outputs(MusicnnParameters.DENSE),
                parameters.outputs(MusicnnParameters.TAGS));
    }

    /** Those of the network that has these parameters, by the names of {@link MusicnnBlock}. */
    public static MusicnnWidths of(Map<String, Tensor> parameters) {
        return of(new MusicnnParameters(parameters));
    }

    /** The same of a network whose last layer may be missing: it has one output then. */
    public static MusicnnWidths withoutTags(Map<String, Tensor> parameters) {
        MusicnnParameters layers = new MusicnnParameters(parameters);
        return new MusicnnWidths(
                layers.outputs(MusicnnParameters.timbral(0)),
                layers.outputs(MusicnnParameters.temporal(0)),
                layers.outputs(MusicnnParameters.middle(0)),
                layers.outputs(MusicnnParameters.DENSE),
                1);
    }

    /** Channels of the front end: 561 as published. */
    public int frontEnd() {
        return 2 * timbral + 3 * temporal;
    }

    /** Channels of the front end and the middle, the length of a pooled feature: 753 as published. */
    public int pooled() {
        return frontEnd() + 3 * middle;
    }

    /** The same network with another number of outputs. */
    public MusicnnWidths withTags(int outputs) {
        return new MusicnnWidths(timbral, temporal, middle, dense, outputs);
    }
}
