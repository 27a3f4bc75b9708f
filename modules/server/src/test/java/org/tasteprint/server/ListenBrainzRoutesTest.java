package org.tasteprint.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tasteprint.catalog.ApiKey;
import org.tasteprint.catalog.ApiKeys;
import org.tasteprint.server.ServerUnderTest.Running;

@ExtendWith(ServerUnderTest.class)
class ListenBrainzRoutesTest {
    private static final String LISTEN =
            """
            {"listen_type": "%s", "payload": [{%s "track_metadata": {"artist_name": "Granite Weekend", "track_name": "Static on the A9",
              "additional_info": {"media_player": "a player", "submission_client": "a scrobbler"}}}]}""";

    @Test
    void whatAScrobblerSendsIsHeardOnce(Running running) {
        ApiKeys.Made key = running.catalog().keys().create("phone", ApiKey.Scope.WRITE, "gwen");
        try {
            String token = "Token " + key.secret();
            String single = LISTEN.formatted("single", "\"listened_at\": 1700000000,");
            assertThat(submit(running, single, token)).isEqualTo("{\"status\":\"ok\"}");
            assertThat(submit(running, single, token)).isEqualTo("{\"status\":\"ok\"}");
            assertThat(submit(running, LISTEN.formatted("playing_now", ""), token)).isEqualTo("{\"status\":\"ok\"}");
            JsonNode history = running.client().json("/api/v1/users/gwen/history");
            assertThat(history.at("/results/0/track_id").asText()).isEqualTo("roc-01");
            assertThat(history.at("/results/0/plays").asInt()).isEqualTo(1);
            JsonNode valid = Contract.json(running.client().get("/1/validate-token", "Authorization", token));
            assertThat(valid.get("valid").asBoolean()).isTrue();
            assertThat(valid.get("user_name").asText()).isEqualTo("gwen");
        } finally {
            running.catalog().keys().revoke(key.key().id());
        }
    }

    @Test
    void errorsAreTheServicesOwn(Running running) {
        error(running.client().post("/1/submit-listens", "application/json", "{".getBytes()), 400);
        error(running.client().post("/1/submit-listens", "application/json", "{}".getBytes(), "Authorization", "Token wrong"), 401);
        error(running.client().get("/1/validate-token"), 400);
        JsonNode invalid = Contract.json(running.client().get("/1/validate-token", "Authorization", "Token wrong"));
        assertThat(invalid.toString()).isEqualTo("{\"code\":200,\"message\":\"Token invalid.\",\"valid\":false}");
    }

    private static String submit(Running running, String body, String token) {
        return new String(running.client().post("/1/submit-listens", "application/json", body.getBytes(), "Authorization", token).body());
    }

    private static void error(HttpResponse<byte[]> response, int status) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Contract.json(response).get("code").asInt()).isEqualTo(status);
        assertThat(Contract.json(response).get("error").asText()).isNotEmpty();
    }
}
