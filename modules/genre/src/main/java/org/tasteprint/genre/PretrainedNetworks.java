package org.tasteprint.genre;

import java.util.Map;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.nets.Tensor;

/** Where the weights come from that fine-tuning starts with. */
@FunctionalInterface
public interface PretrainedNetworks {
    /** For those who fine-tune nothing. */
    PretrainedNetworks NONE = network -> {
        throw new TasteprintException(TasteprintException.Kind.NOT_FOUND, "there is no network " + network);
    };

    /**
     * The parameters of a network, by the names of {@link org.tasteprint.nets.musicnn.MusicnnBlock} or, of Choi's tagger,
     * {@link org.tasteprint.nets.choi.CnnTop}.
     *
     * @throws TasteprintException {@code NOT_FOUND} when there is no such network, {@code UNAVAILABLE} when its weights are not
     *     on this machine
     */
    Map<String, Tensor> parameters(String network);
}
