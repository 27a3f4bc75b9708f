package org.tasteprint.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tasteprint.catalog.ApiKey;
import org.tasteprint.catalog.ApiKeys;
import org.tasteprint.server.ServerUnderTest.Running;
import org.tasteprint.server.security.Token;

@ExtendWith(ServerUnderTest.class)
class AccessTest {
    private static final String STATUS = "/api/v1/status";

    @Test
    void hostsThatOthersCanReachNeedAKeyThatIsThere(Running running) {
        ServerSettings everywhere = new ServerSettings("0.0.0.0", 0);
        assertThatThrownBy(() -> HttpServer.start(everywhere, running.catalog(), running.music(), running.work()))
                .hasMessageContaining("there is no API key yet: make one with './tasteprint keys create NAME'");
        ApiKeys.Made made = running.catalog().keys().create("test", ApiKey.Scope.READ, "");
        try (HttpServer server = HttpServer.start(everywhere, running.catalog(), running.music(), running.work())) {
            ContractClient client = new ContractClient(server.uri());
            assertThat(client.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(client.get("/docs/").statusCode()).isEqualTo(200);
            HttpResponse<byte[]> refused = client.get(STATUS);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValueSatisfying(how -> assertThat(how).startsWith("Bearer"));
            assertThat(client.get(STATUS, "Authorization", "Bearer " + made.secret()).statusCode()).isEqualTo(200);
            assertThat(client.get(STATUS, "Authorization", "Token " + made.secret()).statusCode()).isEqualTo(200);
            HttpResponse<byte[]> wrong = client.get(STATUS, "Authorization", "Bearer tp_wrong");
            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(new String(wrong.body())).doesNotContain("tp_wrong");
            assertThat(client.get(STATUS + "?apiKey=" + made.secret()).statusCode()).as("keys in URLs end up in logs").isEqualTo(401);
        } finally {
            running.catalog().keys().revoke(made.key().id());
        }
    }

    @Test
    void onLoopbackNobodyNeedsAKeyButAKeyMustBeAGoodOne(Running running) {
        assertThat(running.client().get(STATUS).statusCode()).isEqualTo(200);
        assertThat(running.client().get(STATUS, "Authorization", "Bearer nonsense").statusCode()).isEqualTo(401);
        try (HttpServer server = HttpServer.start(new ServerSettings("127.0.0.1", 0).requiringKeys(), running.catalog(), running.music(), running.work())) {
            assertThat(new ContractClient(server.uri()).get(STATUS).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void aScopeAllowsWhatItSays(Running running) {
        ApiKeys.Made read = running.catalog().keys().create("reader", ApiKey.Scope.READ, "");
        String bearer = "Bearer " + read.secret();
        try {
            assertThat(running.client().get(STATUS, "Authorization", bearer).statusCode()).isEqualTo(200);
            HttpResponse<byte[]> refused =
                    running.client().post("/api/v1/feedback", "application/json", "{}".getBytes(), "Authorization", bearer);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(Contract.json(refused).get("detail").asText()).isEqualTo("this needs a key of scope write, and yours has scope read");
        } finally {
            running.catalog().keys().revoke(read.key().id());
        }
    }

    @Test
    void whoAsksTooOftenIsToldHowLongToWait(Running running) {
        ServerSettings slow = new ServerSettings("127.0.0.1", 0).withRequestsPerSecond(1);
        try (HttpServer server = HttpServer.start(slow, running.catalog(), running.music(), running.work())) {
            ContractClient client = new ContractClient(server.uri());
            Optional<HttpResponse<byte[]>> refused = IntStream.range(0, 60)
                    .parallel()
                    .mapToObj(i -> client.get("/health/live"))
                    .filter(response -> response.statusCode() == 429)
                    .findAny();
            assertThat(refused).hasValueSatisfying(
                    response -> assertThat(response.headers().firstValue("Retry-After")).hasValue("1"));
        }
    }

    @Test
    void requestsHaveNames(Running running) {
        assertThat(running.client().get(STATUS, "X-Request-Id", "call-7").headers().firstValue("X-Request-Id")).hasValue("call-7");
        HttpResponse<byte[]> missing = running.client().get("/api/v1/tracks/nobody", "X-Request-Id", "bad id; rm");
        String given = missing.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(given).matches("[0-9a-f]{16}");
        assertThat(Contract.json(missing).get("request_id").asText()).isEqualTo(given);
    }

    @Test
    void pagesOfOtherOriginsReadNothingUnlessTheSettingsNameThem(Running running) {
        String origin = "https://app.example";
        assertThat(running.client().get(STATUS, "Origin", origin).headers().map()).doesNotContainKey("access-control-allow-origin");
        ServerSettings open = new ServerSettings("127.0.0.1", 0).withCorsOrigins(Set.of(origin));
        try (HttpServer server = HttpServer.start(open, running.catalog(), running.music(), running.work())) {
            ContractClient client = new ContractClient(server.uri());
            assertThat(client.get(STATUS, "Origin", origin).headers().firstValue("Access-Control-Allow-Origin")).hasValue(origin);
            assertThat(client.get(STATUS, "Origin", "https://evil.example").headers().map()).doesNotContainKey("access-control-allow-origin");
            HttpResponse<byte[]> asked = client.method(
                    "OPTIONS", "/api/v1/search", "Origin", origin, "Access-Control-Request-Method", "POST");
            assertThat(asked.statusCode()).isEqualTo(204);
            assertThat(asked.headers().firstValue("Access-Control-Allow-Headers")).hasValueSatisfying(headers -> assertThat(headers).contains("Authorization"));
        }
    }
}
