/**
 * A network of our own: musicnn's architecture, trained from scratch on music that is composed and rendered in-process, so that
 * everything that is true of it is known.
 *
 * <pre>
 *   Repertoire: song i of a seed          what is played: style, tempo, mode, metre, who sounds when
 *       |  Composer, Arranger                     |  TagTimeline
 *       v                                         v
 *   RenderedMusic: log-mel in half precision and the tags of every quarter second, a record a song, on disk
 *       |  a random 3-second patch of each song an epoch
 *       v
 *   Disguise: other loudness, equalisation, room and noise, because recordings differ from rendered sound
 *       v
 *   BackboneTrainer: binary cross-entropy, Adam, checkpoints; the best epoch on held-out songs is kept
 *       v
 *   a safetensors file that Musicnn loads, with its provenance
 * </pre>
 *
 * <p>It joins what {@code audio} renders with the network of {@code nets}, and knows no catalogue: nothing that people listen to goes
 * in.
 */
package org.tasteprint.backbone;
