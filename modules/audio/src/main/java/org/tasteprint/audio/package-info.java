/** Sound files to samples and log-mel spectrograms. */
package org.tasteprint.audio;
