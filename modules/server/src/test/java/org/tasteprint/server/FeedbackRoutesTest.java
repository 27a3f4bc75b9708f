package org.tasteprint.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tasteprint.catalog.ApiKey;
import org.tasteprint.catalog.ApiKeys;
import org.tasteprint.server.ServerUnderTest.Running;

@ExtendWith(ServerUnderTest.class)
class FeedbackRoutesTest {
    private static final String FEEDBACK = "/api/v1/feedback";

    @Test
    void whatIsToldIsListedAndTakenBack(Running running) {
        String list = "/api/v1/users/chiara%2F99/feedback";
        int before = running.client().json(list).get("events").size();
        String events = """
                {"events": [{"user_id": "chiara/99", "track_id": "%2e%2e", "event": "like", "timestamp": "2026-01-01T10:00:00Z"},
                            {"user_id": "chiara/99", "track_id": "..hidden.", "event": "rating", "rating": 4.5, "timestamp": "2026-01-01T11:00:00Z"},
                            {"user_id": "chiara/99", "track_id": "mars", "timestamp": "2026-01-01T11:00:00Z"}]}""";
        JsonNode taken = Contract.json(post(running, FEEDBACK, events));
        assertThat(taken.get("added").asInt()).isEqualTo(2);
        assertThat(taken.at("/rejected/0/event").asInt()).isEqualTo(2);
        assertThat(Contract.json(post(running, FEEDBACK, events)).get("duplicate").asInt()).isEqualTo(2);
        post(running, FEEDBACK, "{\"events\": [{\"user_id\": \"chiara/99\", \"track_id\": \"silent & gone\"}]}");
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = running.client().json(list + "?limit=1" + (next.isEmpty() ? "" : "&after=" + next));
            seen.add(page.at("/events/0/track_id").asText() + " " + page.at("/events/0/event").asText());
            next = page.get("next").asText("null");
        } while (!next.equals("null"));
        assertThat(seen).hasSize(before + 3).startsWith("silent & gone play", "..hidden. rating", "%2e%2e like");
        assertThat(Contract.json(running.client().method("DELETE", list + "?track_id=%252e%252e&event=like")).get("removed").asInt()).isEqualTo(1);
        running.client().method("DELETE", list + "?track_id=..hidden.");
        running.client().method("DELETE", list + "?track_id=silent%20%26%20gone");
        assertThat(running.client().json(list).get("events")).hasSize(before);
        assertThat(running.client().method("DELETE", list).statusCode()).isEqualTo(400);
    }

    @Test
    void aKeySpeaksForItsListener(Running running) {
        ApiKeys.Made key = running.catalog().keys().create("phone", ApiKey.Scope.WRITE, "farid");
        ApiKeys.Made reader = running.catalog().keys().create("page", ApiKey.Scope.READ, "");
        try {
            byte[] event = "{\"events\": [{\"track_id\": \"..hidden.\", \"event\": \"skip\"}]}".getBytes();
            assertThat(posted(running, FEEDBACK, event, key).statusCode()).isEqualTo(200);
            String list = "/api/v1/users/farid/feedback";
            assertThat(running.client().json(list + "?limit=1").at("/events/0/event").asText()).isEqualTo("skip");
            running.client().method("DELETE", list + "?track_id=..hidden.");
            assertThat(posted(running, FEEDBACK, event, reader).statusCode()).isEqualTo(403);
            byte[] question = "{\"seeds\": [{\"track_id\": \"jaz-01\"}]}".getBytes();
            for (String path : List.of("/api/v1/search", "/api/v1/recommendations", "/api/v1/search/batch")) {
                assertThat(posted(running, path, question, reader).statusCode()).as("to read, of " + path).isNotEqualTo(403);
            }
        } finally {
            running.catalog().keys().revoke(key.key().id());
            running.catalog().keys().revoke(reader.key().id());
        }
    }

    private static HttpResponse<byte[]> posted(Running running, String path, byte[] body, ApiKeys.Made key) {
        return running.client().post(path, "application/json", body, "Authorization", "Bearer " + key.secret());
    }

    @Test
    void somebodyUnknownIsRecommendedToByWhatTheyTell(Running running) {
        JsonNode found = Contract.json(post(running, "/api/v1/recommendations", """
                {"k": 3, "events": [{"track_id": "jaz-01", "event": "like"}, {"track_id": "jaz-01", "plays": 4},
                                    {"track_id": "roc-01", "event": "rating", "rating": 1, "timestamp": "2026-01-01T10:00:00Z"},
                                    {"artist": "Orla Penhallow", "plays": 7}, {"artist": "Orla Penhallow"}]}"""));
        assertThat(found.get("results")).hasSize(3);
        var told = running.music().told;
        assertThat(told.tracks()).hasSize(2);
        assertThat(told.tracks().getFirst().plays()).isEqualTo(4);
        assertThat(told.tracks().getFirst().liked()).isTrue();
        assertThat(told.tracks().getLast().disliked()).isTrue();
        assertThat(told.artists().getFirst().plays()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "feedback | {} | events must have 1 to 5000",
        "feedback | {'events': []} | events must have 1 to 5000",
        "feedback | {'events': [{'track_id': 'jaz-01'}]} | must have user_id and track_id",
        "feedback | {'events': [{'user_id': 'ada', 'artist': 'x'}]} | must have user_id and track_id",
        "feedback | {'events': [{'user_id': 'ada', 'track_id': 'jaz-01', 'event': 'hum'}]} | must be one of dislike, like",
        "feedback | {'events': [{'user_id': 'ada', 'track_id': 'jaz-01', 'event': 'rating'}]} | rating",
        "feedback | {'events': [{'user_id': 'ada', 'track_id': 'jaz-01', 'event': 'rating', 'rating': 5.5}]} | 0..5",
        "feedback | {'events': [{'user_id': 'ada', 'track_id': 'jaz-01', 'event': 'rating', 'rating': 'NaN'}]} | 0..5",
        "feedback | {'events': [{'user_id': 'ada', 'track_id': 'jaz-01', 'timestamp': '3026-01-01T00:00:00Z'}]} | between 1970 and now",
        "feedback | {'events': [{'user_id': 'ada', 'track_id': 'jaz-01', 'timestamp': 'noon'}]} | timestamp",
        "feedback | {'events': [{'user_id': 'a\\u0000', 'track_id': 'jaz-01'}]} | U+0000",
        "recommendations | {'events': [{'event': 'like'}]} | either track_id or artist",
        "recommendations | {'events': [{'artist': 'x', 'event': 'like'}]} | can be played, nothing else",
        "recommendations | {'events': [{'track_id': 'jaz-01', 'plays': 0}]} | at least 1",
        "recommendations | {'k': 101, 'events': [{'track_id': 'jaz-01'}]} | 1..100",
    })
    void whatIsWrongIsNamed(String path, String body, String detail, Running running) {
        HttpResponse<byte[]> response = post(running, "/api/v1/" + path, body.replace('\'', '"'));
        assertThat(response.statusCode()).as(new String(response.body())).isEqualTo(400);
        assertThat(Contract.json(response).get("detail").asText()).contains(detail);
    }

    private static HttpResponse<byte[]> post(Running running, String path, String body) {
        return running.client().post(path, "application/json", body.getBytes());
    }
}
