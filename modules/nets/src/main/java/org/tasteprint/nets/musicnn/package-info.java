/**
 * musicnn: Pons and Serra, <i>musicnn: pre-trained convolutional neural networks for music audio tagging</i> (2019).
 * {@link org.tasteprint.nets.musicnn.Musicnn} runs it fast; its layers are matrix products that stay in the processor's cache.
 */
package org.tasteprint.nets.musicnn;
