/**
 * musicnn: Pons and Serra, <i>musicnn: pre-trained convolutional neural networks for music audio tagging</i> (2019). {@link
 * org.tasteprint.nets.musicnn.MusicnnBlock} is the network to train, {@link org.tasteprint.nets.musicnn.Musicnn} the same network to
 * look at music with; one set of parameters serves both.
 *
 * <h2>Why the fast one is fast</h2>
 *
 * <p>A patch takes 1.4 billion multiplications, nine tenths of them in the timbral and temporal filter banks, whose single input
 * channel makes PyTorch's convolutions move hundreds of megabytes for little arithmetic. What won, measured side by side:
 *
 * <ul>
 *   <li>matrix products of unfolded frames, one position in frequency at a time, with the maximum taken as the products come: what lies
 *       between two steps stays in the processor's cache;
 *   <li>a fast FIR algorithm over neighbouring positions: three products for four;
 *   <li>bias, ReLU and batch normalisation after the maximum instead of before it;
 *   <li>a core a batch of eight patches instead of all cores on every operation, and native memory closed at once;
 *   <li>patches that overlap share the timbral banks' work, the same numbers but for rounding: 1.6 times as many patches a
 *       second at a hop of one second;
 *   <li>glibc's allocator told to keep memory (the launcher and Surefire set it), worth a factor of three.
 * </ul>
 *
 * <p>What did not: bfloat16, because DJL 0.35.1 ends the process when it converts an array to it; letting oneDNN compute in bfloat16
 * ({@code ONEDNN_DEFAULT_FPMATH_MODE}), which reaches the middle's convolutions alone (2.2 times as fast, but a twentieth of the work) and
 * halves the speed of direct timbral convolutions; timbral products as 1×1 convolutions (no faster than matrix products); larger
 * batches (out of the cache). TorchScript would have to be made by Python.
 */
package org.tasteprint.nets.musicnn;
