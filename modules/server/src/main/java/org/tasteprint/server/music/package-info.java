/**
 * What the server asks of whoever wires the program together: {@link org.tasteprint.server.music.MusicService}. How anything is
 * computed stays on the other side of it. {@link org.tasteprint.server.music.ListenerChoice} is what the command line and HTTP share
 * of a search: which tracks listeners let through.
 */
package org.tasteprint.server.music;
