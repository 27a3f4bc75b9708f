/**
 * What the server asks of whoever wires the program together: {@link org.tasteprint.server.music.MusicService}. How anything is
 * computed stays on the other side of it.
 */
package org.tasteprint.server.music;
