/**
 * How a request is read and an answer is written, whatever it is about: parameters that are checked at the door, JSON in snake_case,
 * and errors as RFC 9457 problem documents. {@code Problems} is the only place where an error becomes a response.
 */
package org.tasteprint.server.http;
