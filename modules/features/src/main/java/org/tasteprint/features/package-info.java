/** Features of tracks: extracted from sound in parallel, taken from datasets or derived from one another, and kept. */
package org.tasteprint.features;
