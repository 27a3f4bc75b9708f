/** Who may ask: the checks that every request passes before a route sees it. */
package org.tasteprint.server.security;
