/**
 * Nearest neighbours: named spaces of vectors, kept in a folder and searched by cosine through Lucene's HNSW graphs.
 *
 * <p>A space has versions. A new one is built beside the one in use, becomes active by the atomic replacement of a small
 * manifest, and only then is the old one removed:
 *
 * <pre>
 * FOLDER/taste/manifest.json   names the active version; a space without it does not exist
 * FOLDER/taste/build.lock      held by the one process that builds
 * FOLDER/taste/3/              active: a Lucene index of one segment
 * FOLDER/taste/4/              any other version is being built, or was given up, or is retired and about to go
 * </pre>
 *
 * A crash at any point leaves the active version as it was; what it left behind is swept by the next build.
 *
 * <p>Single points come and go by {@link org.tasteprint.index.VectorSpaces#update updates}, one commit of Lucene's each: whole or not at
 * all, and seen by the next query. Newcomers lie in small segments beside the large one until the next build.
 *
 * <p>Up to 10 000 vectors, and what few a filter lets through, are searched exactly. Larger segments have a graph (16 neighbours a node,
 * 100 candidates when it is made), and how many candidates a search keeps in view is measured when a version is built, on points of its
 * own: the fewest that find 99.8 % of their ten nearest. A search enters the graph at the nearest of 1 024 landmarks.
 *
 * <p>What memory grows with: a build holds the ids of all points and the graph that is being made, together some 500 bytes a vector,
 * however long vectors are, since these go through a buffer of 64 MiB to the disk. A search holds its candidates, an
 * open version its landmarks. Files are mapped into memory, outside the heap: how much the operating system keeps of them (4 bytes a
 * dimension and some 60 a vector) decides how fast searches are.
 */
package org.tasteprint.index;
