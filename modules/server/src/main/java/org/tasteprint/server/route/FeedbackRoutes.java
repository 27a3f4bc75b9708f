package org.tasteprint.server.route;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tasteprint.catalog.ApiKey;
import org.tasteprint.catalog.Catalog;
import org.tasteprint.catalog.FeedbackEntry;
import org.tasteprint.catalog.FeedbackLog;
import org.tasteprint.catalog.FeedbackPage;
import org.tasteprint.core.Feedback;
import org.tasteprint.core.Reaction;
import org.tasteprint.server.http.BadParameterException;
import org.tasteprint.server.http.Json;
import org.tasteprint.server.http.Parameters;
import org.tasteprint.server.http.Routing;
import org.tasteprint.server.security.Caller;

/** What listeners do with tracks: told, looked up, taken back. */
final class FeedbackRoutes {
    private static final String OF_LISTENER = Routing.API + "/users/{id}/feedback";
    private static final List<String> EVENTS =
            Stream.of(Reaction.values()).map(reaction -> reaction.name().toLowerCase(Locale.ROOT)).toList();

    private final Catalog catalog;

    FeedbackRoutes(Catalog catalog) {
        this.catalog = catalog;
    }

    void register(RoutesConfig routes) {
        routes.post(Routing.API + "/feedback", this::add);
        Routing.read(routes, OF_LISTENER, this::list);
        routes.delete(OF_LISTENER, this::remove);
    }

    private record Told(List<EventBody> events) {}

    private record Rejected(int event, String reason) {}

    private record Taken(int added, int duplicate, List<Rejected> rejected) {}

    private record Event(String trackId, String event, int plays, Double rating, Optional<Instant> timestamp) {
        static Event of(FeedbackEntry entry) {
            return new Event(
                    entry.trackId(),
                    entry.reaction().name().toLowerCase(Locale.ROOT),
                    entry.plays(),
                    entry.rating().isPresent() ? entry.rating().getAsDouble() : null,
                    entry.at());
        }
    }

    private record Page(List<Event> events, Optional<String> next) {}

    private record Removed(int removed) {}

    /** Every event is checked before any is kept. */
    private void add(Context request) {
        Parameters.of(request);
        Instant now = Instant.now();
        String owner = Caller.of(request).key().map(ApiKey::userId).orElse("");
        List<Feedback> events = EventBody.checked(Json.body(request, Told.class).events()).stream()
                .map(told -> told.feedback(owner, now))
                .toList();
        FeedbackLog.Added added = catalog.feedback().add(events);
        List<Rejected> rejected = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            String track = events.get(i).trackId();
            if (added.unknownTracks().contains(track)) {
                rejected.add(new Rejected(i, "no track has the id " + BadParameterException.shown(track)));
            }
        }
        request.json(new Taken(added.added(), added.duplicate(), rejected));
    }

    private void list(Context request) {
        Parameters query = Parameters.of(request, "limit", "after");
        FeedbackPage page = catalog.feedback().of(listener(request), query.number("limit", 1, 500, 50), query.text("after"));
        request.json(new Page(page.entries().stream().map(Event::of).toList(), page.next()));
    }

    private void remove(Context request) {
        Parameters query = Parameters.of(request, "track_id", "event");
        if (query.text("track_id").isEmpty()) {
            throw BadParameterException.saying("track_id", "parameter track_id is missing: give the track whose feedback is to be taken back");
        }
        String event = query.oneOf("event", EVENTS, "");
        Optional<Reaction> reaction = event.isEmpty() ? Optional.empty() : Optional.of(Reaction.valueOf(event.toUpperCase(Locale.ROOT)));
        request.json(new Removed(catalog.feedback().remove(listener(request), query.text("track_id"), reaction)));
    }

    private String listener(Context request) {
        String id = request.pathParam("id");
        return catalog.user(id).orElseThrow(() -> UserRoutes.unknown(id)).id();
    }
}
