package org.tasteprint.cli.app;

import java.util.List;

/**
 * What training taste gave.
 *
 * @param space    name of the embedding space (and feature) that it fills
 * @param users    listeners with a vector
 * @param tracks   tracks it was trained on
 * @param triplets (user, liked, disliked) triples an epoch
 * @param epochs   how many were run
 * @param loss     mean loss of each epoch
 * @param seconds  wall-clock time
 * @param reused   whether a model made from the same data and settings was there already
 */
public record TasteTraining(
        String space, int users, int tracks, long triplets, int epochs, List<Double> loss, double seconds, boolean reused) {}
