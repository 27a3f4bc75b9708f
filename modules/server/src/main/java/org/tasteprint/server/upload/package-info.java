/**
 * Files that clients send: streamed to disk, bounded in size and number, analysed on threads of their own, and deleted whatever
 * happens.
 */
package org.tasteprint.server.upload;
