/**
 * The operations under {@code /api/v1}, the health checks and the contract itself: a class for each kind of thing, all of them
 * declared by {@link org.tasteprint.server.route.ApiRoutes}, and the bodies that they take and answer with.
 *
 * <p>There is one query: {@code SearchBody} with its {@code FilterBody}, whether it comes as parameters of {@code GET}, as the body of
 * {@code POST /search} or as a field beside sound files; it becomes a {@code Query} of the module {@code index}.
 */
package org.tasteprint.server.route;
