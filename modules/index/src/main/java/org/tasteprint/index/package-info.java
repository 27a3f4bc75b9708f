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
 */
package org.tasteprint.index;
