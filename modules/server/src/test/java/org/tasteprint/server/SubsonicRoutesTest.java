package org.tasteprint.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tasteprint.catalog.ApiKey;
import org.tasteprint.catalog.ApiKeys;
import org.tasteprint.server.ServerUnderTest.Running;
import org.w3c.dom.Element;

@ExtendWith(ServerUnderTest.class)
class SubsonicRoutesTest {
    @Test
    void clientsFindOutWhatThereIs(Running running) {
        JsonNode pong = json(running, "/rest/ping.view?f=json&v=1.16.1&c=test");
        assertThat(pong.get("status").asText()).isEqualTo("ok");
        assertThat(pong.get("openSubsonic").asBoolean()).isTrue();
        assertThat(json(running, "/rest/getOpenSubsonicExtensions?f=json").get("openSubsonicExtensions").findValuesAsText("name"))
                .contains("sonicSimilarity", "apiKeyAuthentication");
    }

    @Test
    void similarTracksAreSongsWithASimilarityFromZeroToOne(Running running) {
        JsonNode matches = json(running, "/rest/getSonicSimilarTracks?f=json&id=jaz-01&count=20").get("sonicMatch");
        assertThat(matches).hasSize(20);
        double last = 1;
        for (JsonNode match : matches) {
            assertThat(match.get("similarity").asDouble()).isBetween(0.0, last);
            assertThat(match.at("/entry/isDir").asBoolean()).isFalse();
            last = match.get("similarity").asDouble();
        }
        assertThat(matches.get(0).at("/entry/genre").asText()).isEqualTo("jazz");
        assertThat(matches.get(0).at("/entry/mediaType").asText()).isEqualTo("song");
    }

    @Test
    void aPathLeadsFromOneSongToAnother(Running running) {
        JsonNode way = json(running, "/rest/findSonicPath.view?f=json&startSongId=jaz-01&endSongId=roc-01&count=5").get("sonicMatch");
        assertThat(way).hasSize(5);
        assertThat(way.get(0).at("/entry/id").asText()).isEqualTo("jaz-01");
        assertThat(way.get(4).at("/entry/id").asText()).isEqualTo("roc-01");
        assertThat(way.get(0).get("similarity").asDouble()).isGreaterThan(0.999);
    }

    @Test
    void withoutAWordAnswersAreXml(Running running) throws Exception {
        HttpResponse<byte[]> response = running.client().get("/rest/getSonicSimilarTracks?id=jaz-01&count=2");
        assertThat(response.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("text/xml"));
        Element envelope = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(response.body()))
                .getDocumentElement();
        assertThat(envelope.getNamespaceURI()).isEqualTo("http://subsonic.org/restapi");
        assertThat(envelope.getAttribute("status")).isEqualTo("ok");
        assertThat(envelope.getElementsByTagNameNS("*", "sonicMatch").getLength()).isEqualTo(2);
        Element entry = (Element) envelope.getElementsByTagNameNS("*", "entry").item(0);
        assertThat(entry.getAttribute("artist")).isNotEmpty();
        assertThat(((Element) entry.getParentNode()).getAttribute("similarity")).startsWith("0.");
    }

    @Test
    void errorsHaveTheNumbersOfTheProtocol(Running running) {
        error(running.client().get("/rest/getSonicSimilarTracks?f=json&id=nobody"), 70);
        error(running.client().get("/rest/getSonicSimilarTracks?f=json"), 10);
        error(running.client().get("/rest/getSong?f=json&id=1"), 70);
        error(running.client().get("/rest/ping?f=json&apiKey=wrong"), 44);
        ApiKeys.Made key = running.catalog().keys().create("player", ApiKey.Scope.READ, "");
        try (HttpServer server = HttpServer.start(
                new ServerSettings("127.0.0.1", 0).requiringKeys(), running.catalog(), running.music(), running.work())) {
            ContractClient client = new ContractClient(server.uri());
            error(client.get("/rest/ping?f=json"), 10);
            error(client.get("/rest/ping?f=json&u=ada&t=abc&s=def"), 41);
            error(client.get("/rest/ping?f=json&u=ada&p=secret"), 42);
            error(client.get("/rest/ping?f=json&u=ada&apiKey=" + key.secret()), 43);
            assertThat(client.get("/rest/getOpenSubsonicExtensions").statusCode()).isEqualTo(200);
            assertThat(new String(client.get("/rest/ping?f=json&apiKey=" + key.secret()).body())).contains("\"ok\"");
            byte[] form = ("f=json&apiKey=" + key.secret()).getBytes();
            assertThat(new String(client.post("/rest/ping", "application/x-www-form-urlencoded", form).body())).contains("\"ok\"");
        } finally {
            running.catalog().keys().revoke(key.key().id());
        }
    }

    private static JsonNode json(Running running, String path) {
        return Contract.json(running.client().get(path)).get("subsonic-response");
    }

    private static void error(HttpResponse<byte[]> response, int code) {
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode answer = Contract.json(response).get("subsonic-response");
        assertThat(answer.get("status").asText()).isEqualTo("failed");
        assertThat(answer.at("/error/code").asInt()).isEqualTo(code);
        assertThat(answer.at("/error/message").asText()).isNotEmpty().doesNotContain("secret");
    }
}
