package org.tasteprint.taste.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tasteprint.core.Interval;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How well taste is predicted for tracks that the training has not seen; a part that the data do not allow is absent.
 *
 * @param users       listeners who take part in any of the figures
 * @param explicit    likes against dislikes of one listener, on unheard artists
 * @param coldArtists artists played against not played, unheard all of them
 * @param implicit    items left out of histories, found again in the full catalogue
 * @param neighbours  do neighbours in the space of taste share their genre?
 * @param baselines   what simple systems reach on the very same
 * @param split       how training and evaluation were parted
 * @param seed        of everything random
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record TasteReport(
        int users,
        Optional<Explicit> explicit,
        Optional<ColdArtists> coldArtists,
        Optional<Implicit> implicit,
        Optional<Neighbours> neighbours,
        Baselines baselines,
        String split,
        long seed) {
    /**
     * @param pairs            pairs of a liked and a disliked track of one listener
     * @param users            listeners who have such pairs
     * @param pairwiseAccuracy share of pairs in which the liked track scores higher, ties counted half
     * @param ci95             its interval: bootstrap over users
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Explicit(long pairs, int users, double pairwiseAccuracy, Interval ci95) {}

    /**
     * @param auc     mean over listeners of the area under the ROC curve
     * @param ci95    its interval: bootstrap over listeners
     * @param users   listeners; one who takes part in several folds counts once
     * @param artists held-out artists
     */
    public record ColdArtists(double auc, Interval ci95, int users, int artists) {}

    /**
     * @param users   listeners with items held out
     * @param items   size of the catalogue that is ranked
     * @param parting {@code time} when the latest items were held out, {@code random} when any 20 % were
     * @param ci95    interval of each figure: bootstrap over listeners
     * @param ranked  what is ranked
     * @param coldUsers the same, where systems are told three items of each history alone
     * @param coldItems the same, of held-out items alone that at most five listeners have in what is left
     * @param exposure  what the lists of each system make of the catalogue
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Implicit(
            @JsonProperty("recall@10") double recallAt10,
            @JsonProperty("recall@50") double recallAt50,
            @JsonProperty("ndcg@10") double ndcgAt10,
            @JsonProperty("ndcg@50") double ndcgAt50,
            int users,
            int items,
            String parting,
            Map<String, Interval> ci95,
            Items ranked,
            Slice coldUsers,
            Slice coldItems,
            Map<String, Exposure> exposure) {
        public Implicit {
            exposure = Collections.unmodifiableMap(new LinkedHashMap<>(exposure));
            ci95 = Collections.unmodifiableMap(new LinkedHashMap<>(ci95));
        }
    }

    /**
     * Of the ten nearest tracks by other artists, the share that has the same genre; all of them unheard in training.
     *
     * @param tracks       that were asked about
     * @param taste        in the space of taste
     * @param tasteCi95    its interval: bootstrap over tracks
     * @param features     in the space of the features that the tower hears
     * @param featuresCi95 its interval
     * @param lead         interval of the difference, track by track
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Neighbours(
            int tracks,
            @JsonProperty("precision@10") double taste,
            @JsonProperty("ci95") Interval tasteCi95,
            @JsonProperty("features_precision@10") double features,
            Interval featuresCi95,
            Interval lead) {}

    /**
     * A part of the questions.
     *
     * @param users   listeners asked about; the rest is empty when there are none
     * @param figures by system, ours ({@code taste}) included
     * @param lead    intervals of our figure minus the system's, listener by listener, as {@code system.figure}
     */
    public record Slice(int users, Map<String, Map<String, Double>> figures, Map<String, Interval> lead) {
        public Slice {
            figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
            lead = Collections.unmodifiableMap(new LinkedHashMap<>(lead));
        }
    }

    /**
     * What simple systems reach, by name.
     *
     * @param explicit    pairwise accuracies
     * @param coldArtists areas under the ROC curve; {@code true_popularity} knows how many play the held-out artists, and is a
     *                    ceiling rather than a baseline
     * @param implicit    the four figures of each
     * @param ci95        intervals, as {@code part.name}
     * @param lead        intervals of our figure minus the baseline's, listener by listener, as {@code part.name}: where 0 is
     *                    outside, the difference is no accident; under {@value #NETWORK_LEAD} that of the user network over ALS
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Baselines(
            Map<String, Double> explicit,
            Map<String, Double> coldArtists,
            Map<String, Map<String, Double>> implicit,
            Map<String, Interval> ci95,
            Map<String, Interval> lead) {
        /** What comes before the name of a figure in {@code lead}, where the network's is meant minus that of the tuned factorisation. */
        public static final String NETWORK_LEAD = "implicit.dnn-als.";

        public Baselines {
            explicit = Collections.unmodifiableMap(new LinkedHashMap<>(explicit));
            coldArtists = Collections.unmodifiableMap(new LinkedHashMap<>(coldArtists));
            implicit = Collections.unmodifiableMap(new LinkedHashMap<>(implicit));
            ci95 = Collections.unmodifiableMap(new LinkedHashMap<>(ci95));
            lead = Collections.unmodifiableMap(new LinkedHashMap<>(lead));
        }
    }
}
