/**
 * A space seen from above: groups of points that lie together ({@link org.tasteprint.index.map.Clusters}) and a map on a plane
 * ({@link org.tasteprint.index.map.MapMaker}). Making one takes seconds to minutes, so it is a job, whose result
 * ({@link org.tasteprint.index.map.SpaceMap}) is kept beside the space as {@code map.json} and replaced as a whole.
 */
package org.tasteprint.index.map;
