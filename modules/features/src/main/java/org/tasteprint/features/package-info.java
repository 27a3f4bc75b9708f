/**
 * Features of tracks: extracted from sound in parallel, taken from datasets or derived from one another, and kept.
 *
 * <pre>
 *   sound file                                          dataset folder
 *       |  AudioFile, LogMel (a few tracks ahead,           |  features/NAME.npy + NAME.csv
 *       |  on decoder threads)                              |
 *       v                                                   v
 *   log-mel spectrogram                              FeatureExchange.importFrom
 *       |                                                   |
 *       |-- Segments: windows of 3 s --> statistics         |
 *       |-- Network: musicnn, once a track                  |
 *       v                                                   |
 *   FeatureExtractor                                        |
 *       |  Extraction: what is not stored yet,              |
 *       |  track by track                                   |
 *       v                                                   v
 *   +--------------------------- FeatureStore -------------------------+
 *   |  NAME@1s, NAME@3s, logmel@frames                 NAME            |      one .npy a track,
 *   |  extracted, with feature.json: by what           without a hop   |      replaced at once
 *   +------------------------------------------------------------------+
 *       |                     |                      |            ^
 *       v                     v                      v            |
 *   load: all rows       means: a row a track    FeatureExchange  writeDerived: what a
 *   (towers, genre)      (genre, index)          .export          DerivedFeature computed
 * </pre>
 *
 * <p>It knows nothing of what the features are used for.
 */
package org.tasteprint.features;
