/**
 * The part of the OpenSubsonic API that clients of other music servers use to ask for similar tracks: the extension
 * {@code sonicSimilarity}, with {@code ping} and {@code getOpenSubsonicExtensions} so that they find it. Answers are XML or JSON, as
 * the client wants, and errors have the numbers of that protocol.
 *
 * <p>Clients authenticate with the extension {@code apiKeyAuthentication}: {@code apiKey=KEY}. The older way, a hash of password and
 * salt, can only be checked by a server that keeps passwords readable, which this one does not.
 */
package org.tasteprint.server.subsonic;
