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

    /** Of a catalogue of its own: others count listeners. */
    @Test
    void whatIsToldIsListedAndTakenBack() throws Exception {
        try (Running own = Running.start(0)) {
            String events = """
                    {"events": [{"user_id": "new/ear", "track_id": "jaz-01", "event": "like", "timestamp": "2026-01-01T10:00:00Z"},
                                {"user_id": "new/ear", "track_id": "jaz-02", "event": "rating", "rating": 4.5, "timestamp": "2026-01-01T11:00:00Z"},
                                {"user_id": "new/ear", "track_id": "mars", "timestamp": "2026-01-01T11:00:00Z"}]}""";
            JsonNode taken = Contract.json(post(own, FEEDBACK, events));
            assertThat(taken.get("added").asInt()).isEqualTo(2);
            assertThat(taken.at("/rejected/0/event").asInt()).isEqualTo(2);
            assertThat(Contract.json(post(own, FEEDBACK, events)).get("duplicate").asInt()).isEqualTo(2);
            post(own, FEEDBACK, "{\"events\": [{\"user_id\": \"new/ear\", \"track_id\": \"roc-01\"}]}");
            String list = "/api/v1/users/new%2Fear/feedback";
            List<String> seen = new ArrayList<>();
            String next = "";
            do {
                JsonNode page = own.client().json(list + "?limit=1" + (next.isEmpty() ? "" : "&after=" + next));
                seen.add(page.at("/events/0/track_id").asText() + " " + page.at("/events/0/event").asText());
                next = page.get("next").asText("null");
            } while (!next.equals("null"));
            assertThat(seen).containsExactly("roc-01 play", "jaz-02 rating", "jaz-01 like");
            assertThat(own.client().json("/api/v1/users/new%2Fear/history").get("total").asInt()).isEqualTo(3);
            HttpResponse<byte[]> back = own.client().method("DELETE", list + "?track_id=jaz-01&event=like");
            assertThat(Contract.json(back).get("removed").asInt()).isEqualTo(1);
            assertThat(own.client().method("DELETE", list).statusCode()).isEqualTo(400);
            aKeySpeaksForItsListener(own);
        }
    }

    private static void aKeySpeaksForItsListener(Running own) {
        ApiKeys.Made key = own.catalog().keys().create("phone", ApiKey.Scope.WRITE, "ada");
        ApiKeys.Made reader = own.catalog().keys().create("page", ApiKey.Scope.READ, "");
        byte[] event = "{\"events\": [{\"track_id\": \"jaz-01\", \"event\": \"skip\"}]}".getBytes();
        assertThat(own.client().post(FEEDBACK, "application/json", event, "Authorization", "Bearer " + key.secret()).statusCode()).isEqualTo(200);
        assertThat(own.client().json("/api/v1/users/ada/feedback?limit=1").at("/events/0/event").asText()).isEqualTo("skip");
        assertThat(own.client().post(FEEDBACK, "application/json", event, "Authorization", "Bearer " + reader.secret()).statusCode()).isEqualTo(403);
        byte[] question = "{\"seeds\": [{\"track_id\": \"jaz-01\"}]}".getBytes();
        for (String path : List.of("/api/v1/search", "/api/v1/recommendations", "/api/v1/search/batch")) {
            HttpResponse<byte[]> answer = own.client().post(path, "application/json", question, "Authorization", "Bearer " + reader.secret());
            assertThat(answer.statusCode()).as("to read, of " + path).isNotEqualTo(403);
        }
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
