package org.tasteprint.server.http;

import io.javalin.http.Context;

/** How errors are told to clients that were made for another server, and expect its words rather than problem documents. */
public interface Dialect {
    /** Whether the client of this request expects it. */
    boolean isSpokenAt(String path);

    /** Tells what is wrong. */
    void tell(Context request, Problem problem);
}
