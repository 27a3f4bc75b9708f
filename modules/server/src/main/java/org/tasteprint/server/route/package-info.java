/**
 * The operations under {@code /api/v1}, the health checks and the contract itself: a class for each kind of thing, all of them
 * declared by {@link org.tasteprint.server.route.ApiRoutes}, and the bodies that they answer with.
 */
package org.tasteprint.server.route;
