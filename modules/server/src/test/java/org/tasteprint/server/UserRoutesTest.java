package org.tasteprint.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tasteprint.server.ServerUnderTest.Running;

@ExtendWith(ServerUnderTest.class)
class UserRoutesTest {
    @Test
    void pagesThroughTheListeners(Running running) {
        List<String> ids = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = running.client().json("/api/v1/users?limit=4&after=" + ContractClient.segment(after));
            page.get("users").forEach(user -> ids.add(user.get("user_id").asText()));
            after = page.get("next").isNull() ? "" : page.get("next").asText();
        } while (!after.isEmpty());
        assertThat(ids).containsExactly("ada", "bram", "chiara/99", "dimitri", "esperanza", "farid");
        assertThat(running.client().json("/api/v1/users?q=RA").get("total").asInt()).isEqualTo(3);
    }

    @Test
    void showsAListenerWithAttributes(Running running) {
        JsonNode user = running.client().json("/api/v1/users/chiara%2F99");
        assertThat(user.get("user_id").asText()).isEqualTo("chiara/99");
        assertThat(user.get("attributes").get("age").asText()).matches("\\d\\d");
    }

    @Test
    void recommendsWithAReason(Running running) {
        JsonNode results = running.client().json("/api/v1/users/chiara%2F99/recommendations?k=4").get("results");
        assertThat(results).hasSize(4).allSatisfy(result -> {
            assertThat(result.get("why").asText()).startsWith("Close to what you like in");
            assertThat(result.get("track").get("track_id")).isEqualTo(result.get("track_id"));
        });
    }

    @Test
    void historyBeginsWithWhatTheyLiked(Running running) {
        JsonNode history = running.client().json("/api/v1/users/ada/history");
        assertThat(history.get("results").get(0).get("liked").asBoolean()).isTrue();
        assertThat(history.get("total").asInt()).isEqualTo(history.get("results").size());
        assertThat(running.client().json("/api/v1/users/ada/history?limit=1").get("results")).hasSize(1);
    }

    @Test
    void tellsWhoDoesNotExist(Running running) {
        for (String path : List.of("nobody", "nobody/recommendations", "nobody/history")) {
            HttpResponse<byte[]> response = running.client().get("/api/v1/users/" + path);
            assertThat(response.statusCode()).as(path).isEqualTo(404);
            assertThat(Contract.json(response).get("detail").asText()).contains("no listener has the id");
        }
    }
}
