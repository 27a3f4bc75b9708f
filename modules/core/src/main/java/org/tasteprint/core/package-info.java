/**
 * The words every other module speaks: tracks, users, feedback, feature matrices and embeddings; progress of long work;
 * errors that a person can act on; and the statistics that make a figure honest.
 *
 * <p>This is the ground floor: it depends on nothing but the JDK, and stays tiny.
 */
package org.tasteprint.core;
