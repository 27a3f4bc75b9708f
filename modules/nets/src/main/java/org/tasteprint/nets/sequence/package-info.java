/**
 * Networks over frames in the order of time, to train: {@link org.tasteprint.nets.sequence.FrameNetwork} is that of Ghosal and
 * Kolekar, <i>Music genre recognition using deep neural networks and transfer learning</i> (2018).
 */
package org.tasteprint.nets.sequence;
