/**
 * The networks of Keunwoo Choi and colleagues over half a minute of sound: the convolutional and the convolutional recurrent tagger, and
 * the network for transfer learning. Each is a block to train; {@link org.tasteprint.nets.choi.ChoiNetwork} runs any of them.
 */
package org.tasteprint.nets.choi;
