package org.tasteprint.cli.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What training taste gave.
 *
 * @param space      name of the embedding space (and feature) that it fills
 * @param users      listeners with a vector
 * @param tracks     tracks it was trained on
 * @param triplets   (user, liked, disliked) triples an epoch
 * @param epochs     how many were run
 * @param loss       mean loss of each epoch
 * @param validation pairwise accuracy on artists held out in validation, after each epoch
 * @param picture    file of the learning curve, where one was drawn
 * @param seconds    wall-clock time
 * @param reused     whether a model made from the same data and settings was there already
 */
public record TasteTraining(
        String space,
        int users,
        int tracks,
        long triplets,
        int epochs,
        List<Double> loss,
        List<Double> validation,
        Optional<Path> picture,
        double seconds,
        boolean reused) {}
