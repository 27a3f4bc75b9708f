package org.tasteprint.backbone;

/**
 * A point of the learning curve.
 *
 * @param epoch          from 1 on
 * @param loss           mean binary cross-entropy of the steps, on disguised patches and with dropout
 * @param validationLoss mean binary cross-entropy of the held-out songs
 * @param rocAuc         mean over the tags of the area under the ROC curve, on the held-out songs
 * @param seconds        that the epoch took
 */
public record Epoch(int epoch, double loss, double validationLoss, double rocAuc, double seconds) {}
