/**
 * Neural networks on DJL and PyTorch: the pretrained taggers (packages {@code musicnn}, {@code vgg} and {@code choi}), the trainable
 * towers, readers and writers of weights and arrays ({@link org.tasteprint.nets.format.Npy},
 * {@link org.tasteprint.nets.format.SafeTensors}, Keras HDF5, TensorFlow checkpoints), and the
 * {@link org.tasteprint.nets.registry.ModelRegistry registry} of what can be downloaded.
 *
 * <p>Nothing here knows of tracks or users: numbers go in, numbers come out.
 */
package org.tasteprint.nets;
