/**
 * Features of tracks: extracted from sound in parallel, taken from datasets or derived from one another, and kept.
 *
 * <pre>
 *   sound file                                          dataset folder
 *       |  FeatureExtractor: which FeatureFamily            |  features/NAME.npy + NAME.csv
 *       v                                                   v
 *   Analysis.prepare: decode in a worker process,    FeatureExchange.importFrom
 *       |  front end                                        |
 *       |  (a few tracks ahead, on decoder threads)         |
 *       v                                                   |
 *   Analysis.finish: segments, networks                     |
 *       |  (a track at a time)                              |
 *       |  Extraction: what is not stored yet,              |
 *       |  track by track                                   |
 *       v                                                   v
 *   +--------------------------- FeatureStore -------------------------+
 *   |  NAME@1s, NAME@3s, NAME@frames, NAME@track       NAME            |      one .npy a track,
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
