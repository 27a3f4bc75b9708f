package org.tasteprint.papers;

import java.util.List;
import java.util.Set;
import org.tasteprint.core.Progress;
import org.tasteprint.core.Track;
import org.tasteprint.features.Hop;
import org.tasteprint.genre.FeatureSource;
import org.tasteprint.genre.PretrainedNetworks;

/** What a dataset folder gives to work with. */
public interface Material {
    /** Every track of the folder. */
    List<Track> tracks();

    /** Whether somebody's listening is known, which the feature {@code taste} is learned from. */
    boolean hasListeners();

    /** Whether a feature of a track is there. */
    boolean has(String feature, Hop hop, String trackId);

    /**
     * Computes features of those of the tracks that have sound and lack them.
     *
     * @throws org.tasteprint.core.TasteprintException {@code UNAVAILABLE} when a network's weights are not on this machine
     */
    void extract(List<Track> tracks, Set<String> features, Hop hop);

    /**
     * Features that are there, and {@code taste} from a tower that is trained for each set of training tracks.
     *
     * @param towerInputs features that the tower hears
     * @param epochs      of the tower at most; 0 for as many as it usually takes
     */
    FeatureSource features(Hop hop, List<String> towerInputs, int epochs);

    /** What fine-tuning starts with. */
    PretrainedNetworks networks();

    /** Where long work reports to. */
    Progress progress();
}
