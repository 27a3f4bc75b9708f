/**
 * From the points nearest to a query to the list that is answered: hubs step back
 * ({@link org.tasteprint.index.ranking.MutualProximity}), and the list as a whole gets its shape
 * ({@link org.tasteprint.index.ranking.Selection}). Works on vectors alone; knows nothing of files.
 */
package org.tasteprint.index.ranking;
