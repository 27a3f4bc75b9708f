/**
 * Long work in the background. {@link org.tasteprint.server.job.JobRunner} takes one job after the other from the queue in the
 * database and hands it to a {@link org.tasteprint.server.job.JobWork}, which whoever wires the program together implements;
 * {@link org.tasteprint.server.job.JobRoutes} starts, lists, watches and cancels them over HTTP. The queue outlives the server: what
 * was under way when it ended is begun again, and extracting goes on where it stopped.
 */
package org.tasteprint.server.job;
