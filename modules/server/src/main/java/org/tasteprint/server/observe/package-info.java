/**
 * What the server tells of itself: Prometheus metrics at {@code /metrics}, and a line in the log for each request
 * ({@link org.tasteprint.server.observe.AccessLog}), whose parts whoever sets logging up may write as JSON.
 */
package org.tasteprint.server.observe;
