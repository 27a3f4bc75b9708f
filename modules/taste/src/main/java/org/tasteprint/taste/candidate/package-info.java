/**
 * The candidate model of Covington, Adams and Sargin 2016 ("Deep neural networks for YouTube recommendations"), as Chen and Liang
 * 2020 make user vectors with it: a network that turns a listening history into a vector, trained so that items hidden from the
 * history are found again among others.
 *
 * <pre>
 * Histories ─┬─ WarmStart: item vectors of a matrix factorisation ─┐
 *            └─ CandidateBatch: a part of each history hidden ─────┴─ CandidateTraining ── CandidateNetwork
 *                                              SampledSoftmax ────────┘
 * </pre>
 *
 * <p>What grows with what, where d is the number of dimensions (40):
 *
 * <ul>
 *   <li>Histories: 12 bytes an interaction ({@link org.tasteprint.taste.listener.SparseRows}), or 8 and 8 a listener in a file of
 *       its own ({@link org.tasteprint.taste.candidate.MappedHistories}); either is mapped into memory, and the system keeps of it
 *       what it has room for.
 *   <li>Item vectors: 8·d bytes an item in native memory, and as much again while training (Adam's first moments).
 *   <li>Heap: some 20 bytes an item and 4 a listener (biases, chances, slots, the order of listeners), and one batch. The sample
 *       that training starts from (at most two million entries) is outside it.
 * </ul>
 *
 * <p>100 million interactions of a million items and a million listeners: a file of 0.8 GB, 0.64 GB of native memory while training, 0.3
 * GB of heap.
 */
package org.tasteprint.taste.candidate;
