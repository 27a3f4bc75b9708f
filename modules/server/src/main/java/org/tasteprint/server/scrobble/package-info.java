/**
 * Listens from scrobblers: the part of the ListenBrainz API with which players send what was played. Whoever points a scrobbler here
 * gives it the address of this server and, as user token, an API key that was made with {@code --user}.
 */
package org.tasteprint.server.scrobble;
