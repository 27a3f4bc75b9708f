/**
 * What a browser and a program talk to: the HTTP API of {@code openapi.yaml}, its errors as problem documents, and the web client.
 *
 * <p>{@link org.tasteprint.server.HttpServer} answers from two things that it is given: the catalogue, which knows tracks and
 * listeners, and a {@link org.tasteprint.server.music.MusicService}, which knows what is near, what to recommend and what genre a
 * file is. How any of that is computed is not known here.
 *
 * <p>A request passes through {@code security} (who may ask at all), one of the classes of {@code route}, and, when something is
 * wrong, {@code Problems} in {@code http}, the only place where an error becomes a response. This package only puts the rooms
 * together.
 */
package org.tasteprint.server;
