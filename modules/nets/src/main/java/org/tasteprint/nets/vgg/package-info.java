/**
 * The VGG taggers that were published beside musicnn: five layers of small filters over 3-second log-mel patches, to train
 * ({@link org.tasteprint.nets.vgg.VggBlock}) and to look at music ({@link org.tasteprint.nets.vgg.Vgg}).
 */
package org.tasteprint.nets.vgg;
