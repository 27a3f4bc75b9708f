/**
 * What the server tells of itself: Prometheus metrics at {@code /metrics}, and a line in the log for each request.
 */
package org.tasteprint.server.observe;
