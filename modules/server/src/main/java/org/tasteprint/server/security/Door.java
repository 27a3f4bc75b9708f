package org.tasteprint.server.security;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Set;
import org.tasteprint.catalog.ApiKeys;
import org.tasteprint.server.http.ProblemException;
import org.tasteprint.server.http.RequestId;

/** What every request passes first: it is given a name, checked for where it comes from, asked for a key, and counted. */
public final class Door {
    private final RequestGuard guard;
    private final Cors cors;
    private final KeyGuard keys;
    private final RateLimit rate;

    /**
     * @param host      what the server listens on
     * @param loopback  whether that is loopback, where only names of this machine are expected
     * @param keys      the keys that are known
     * @param required  whether who gives no key is turned away
     * @param pass      what the server itself gives as its key; it is not counted
     * @param perSecond how many requests a caller may make a second; 0 for any number
     * @param origins   whose pages may read answers
     */
    public Door(String host, boolean loopback, ApiKeys keys, boolean required, String pass, int perSecond, Set<String> origins) {
        this.cors = new Cors(origins);
        this.guard = new RequestGuard(host, loopback, cors);
        this.keys = new KeyGuard(keys, required, pass);
        this.rate = new RateLimit(perSecond, System::nanoTime);
    }

    /** Puts it before every route. */
    public void register(JavalinConfig config) {
        config.routes.before(this::check);
    }

    private void check(Context request) {
        RequestId.give(request);
        guard.check(request);
        cors.headers(request);
        if (request.status() == HttpStatus.NO_CONTENT) {
            return;
        }
        // Who is turned away is counted by address, so that guessing keys is bounded too.
        Caller caller;
        try {
            caller = keys.admit(request);
        } catch (ProblemException e) {
            rate.count(request, request.ip());
            throw e;
        }
        if (caller != Caller.THE_SERVER) {
            rate.count(request, caller.name());
        }
        caller.ask(request);
    }
}
