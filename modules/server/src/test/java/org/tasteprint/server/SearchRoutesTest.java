package org.tasteprint.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tasteprint.catalog.Interaction;
import org.tasteprint.core.Provenance;
import org.tasteprint.index.Point;
import org.tasteprint.index.SpaceDefinition;
import org.tasteprint.index.query.Attributes;
import org.tasteprint.server.ServerUnderTest.Running;

@ExtendWith(ServerUnderTest.class)
class SearchRoutesTest {
    private static final String SEARCH = "/api/v1/search";

    @Test
    void seedsPullAndPush(Running running) {
        JsonNode pulled = search(running, "{\"seeds\": [{\"track_id\": \"jaz-01\"}], \"k\": 2}");
        assertThat(pulled.get("space").asText()).isEqualTo("taste");
        assertThat(ids(pulled)).containsExactlyInAnyOrder("jaz-02", "jaz-03");
        JsonNode pushed = search(running, "{\"seeds\": [{\"track_id\": \"jaz-01\"}, {\"track_id\": \"roc-01\", \"weight\": -0.5}], \"k\": 30}");
        assertThat(ids(pushed)).doesNotContain("jaz-01", "roc-01").startsWith(ids(pushed).getFirst());
        assertThat(ids(pushed).subList(ids(pushed).size() - 3, ids(pushed).size())).allMatch(id -> id.startsWith("roc"));
    }

    @Test
    void aDirectionIsASeedToo(Running running) {
        JsonNode found = search(running, "{\"seeds\": [{\"vector\": [0,0,0,1,0,0,0,0]}], \"k\": 3}");
        assertThat(ids(found)).allMatch(id -> id.startsWith("jaz"));
    }

    @Test
    void filtersAndRulesHold(Running running) {
        JsonNode folk = search(running, """
                {"seeds": [{"track_id": "jaz-01"}], "k": 20, "max_per_artist": 1,
                 "filter": {"genres": ["folk", "ambient"], "from_year": 2015, "without_tracks": ["amb-01"]}}""");
        assertThat(folk.get("results")).isNotEmpty().allSatisfy(found -> {
            assertThat(found.at("/track/genre").asText()).isIn("folk", "ambient");
            assertThat(found.at("/track/year").asInt()).isGreaterThanOrEqualTo(2015);
        });
        assertThat(folk.get("results").findValuesAsText("artist")).doesNotHaveDuplicates();
        assertThat(ids(folk)).doesNotContain("amb-01");
        JsonNode liked = search(running, "{\"seeds\": [{\"track_id\": \"jaz-01\"}], \"k\": 20, \"filter\": {\"liked_by\": \"ada\"}}");
        assertThat(ids(liked)).contains("amb-01");
        JsonNode unheard = search(running, "{\"seeds\": [{\"track_id\": \"jaz-01\"}], \"k\": 20, \"filter\": {\"unheard_by\": \"ada\"}}");
        assertThat(ids(unheard)).doesNotContainAnyElementsOf(ids(liked));
        assertThat(running.client().json("/api/v1/tracks/jaz-01/similar?genre=rock&without_seed_artists=true&diversity=0.4&fewer_hubs=true").get("results"))
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.at("/track/genre").asText()).isEqualTo("rock"));
    }

    @Test
    void aListenerIsASeedToo(Running running) {
        String query = "{\"seeds\": [{\"user_id\": \"ada\"}], \"k\": 3, \"space\": \"%s\"}";
        assertThat(ids(search(running, query.formatted("taste")))).allMatch(id -> id.startsWith("jaz"));
        JsonNode mean = search(running, query.formatted("musicnn-msd").replace("}]", "}], \"filter\": {\"liked_by\": \"ada\"}"));
        assertThat(ids(mean)).isNotEmpty();
        HttpResponse<byte[]> nobody = post(running, SEARCH, query.formatted("musicnn-msd").replace("ada", "nobody"));
        assertThat(nobody.statusCode()).isEqualTo(404);
        running.music().add(
                SpaceDefinition.of("elsewhere", 8, Provenance.now("train", 1, "", Map.of())),
                List.of(new Point("other", new float[] {1, 0, 0, 0, 0, 0, 0, 0}, Attributes.NONE)));
        HttpResponse<byte[]> unmet = post(running, SEARCH, query.formatted("elsewhere"));
        assertThat(unmet.statusCode()).isEqualTo(409);
        assertThat(Contract.json(unmet).get("detail").asText()).contains("nothing is known of what listener ada likes");
    }

    @Test
    void soundFilesAreSeedsBesideThoseOfTheQuery(Running running) throws IOException {
        byte[] wav = SampleMusic.wav(3);
        JsonNode plain = Contract.json(running.client().upload(SEARCH, "a.wav", wav));
        assertThat(ids(plain).subList(0, 3)).allMatch(id -> id.startsWith("jaz"));
        JsonNode asked = Contract.json(running.client().form(
                SEARCH, "query", "{\"k\": 2, \"space\": \"musicnn-msd\", \"filter\": {\"genres\": [\"rock\"]}}", "a.wav", wav, "b.wav", wav));
        assertThat(asked.get("space").asText()).isEqualTo("musicnn-msd");
        assertThat(ids(asked)).hasSize(2).allMatch(id -> id.startsWith("roc"));
        assertThat(running.music().seen).noneMatch(Files::exists);
        assertThat(running.client().form(SEARCH, "query", "{\"space\": \"mars\"}", "a.wav", wav).statusCode()).isEqualTo(400);
        assertThat(running.client().form(SEARCH, "query", "{", "a.wav", wav).statusCode()).isEqualTo(400);
        HttpResponse<byte[]> misspelt = running.client().form(SEARCH, "qurey", "{}", "a.wav", wav);
        assertThat(misspelt.statusCode()).isEqualTo(400);
        assertThat(Contract.json(misspelt).get("detail").asText()).contains("field qurey is no file, or not known here");
        assertThat(running.client().upload(SEARCH, "list.mp3", "milk".getBytes()).statusCode()).isEqualTo(422);
    }

    @Test
    void listenersNarrowTheChoice(Running running) {
        String near = "/api/v1/tracks/jaz-01/similar?k=40";
        List<String> all = ids(running.client().json(near));
        List<String> liked = ids(running.client().json(near + "&liked_by=ada"));
        List<String> disliked = running.catalog().interactionsOf("ada").stream().filter(Interaction::disliked).map(Interaction::trackId).toList();
        assertThat(ids(running.client().json(near + "&not_liked_by=ada"))).hasSize(all.size() - liked.size()).doesNotContainAnyElementsOf(liked);
        assertThat(ids(running.client().json(near + "&not_disliked_by=ada"))).containsAll(liked).doesNotContainAnyElementsOf(disliked);
        assertThat(running.client().get(near + "&liked_by=nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void severalQueriesAreAnsweredAtOnce(Running running) {
        JsonNode answers = Contract.json(post(running, SEARCH + "/batch", """
                {"space": "musicnn-msd", "queries": [{"seeds": [{"track_id": "jaz-01"}], "k": 1}, {"seeds": [{"track_id": "roc-01"}], "k": 2}]}"""));
        assertThat(answers.get("space").asText()).isEqualTo("musicnn-msd");
        assertThat(answers.at("/answers/0/results")).hasSize(1);
        assertThat(answers.at("/answers/1/results")).hasSize(2);
        JsonNode tracks = Contract.json(post(running, "/api/v1/tracks/batch", "{\"track_ids\": [\"roc-01\", \"nobody\", \"amb-02\"]}"));
        assertThat(tracks.get("tracks").findValuesAsText("track_id")).containsExactly("roc-01", "amb-02");
        assertThat(tracks.get("missing").toString()).isEqualTo("[\"nobody\"]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{} | 400 | seeds must have 1 to 100",
        "{'seeds': [{'weight': 1}]} | 400 | either track_id or vector",
        "{'seeds': [{'track_id': 'jaz-01', 'weight': 0}]} | 400 | other than 0",
        "{'seeds': [{'track_id': 'jaz-01', 'weight': -1}]} | 400 | a positive weight",
        "{'seeds': [{'track_id': 'jaz-01'}], 'k': 0} | 400 | must be a whole number in 1..1000; k=0",
        "{'seeds': [{'track_id': 'jaz-01'}], 'diversity': 2} | 400 | must be a number in 0..1",
        "{'seeds': [{'track_id': 'jaz-01'}], 'filter': {'from_year': 2000, 'to_year': 1990}} | 400 | to_year",
        "{'seeds': [{'track_id': 'jaz-01'}], 'space': 'mars'} | 400 | must be one of musicnn-msd, taste",
        "{'seeds': [{'track_id': 'jaz-01'}], 'colour': 1} | 400 | colour",
        "{'seeds': [{'vector': [1, 2]}]} | 400 | 8",
        "{'seeds': [{'vector': [0, 0, 0, 0, 0, 0, 0, 0]}]} | 400 | zero",
        "{'seeds': [{'vector': [1e39, 0, 0, 0, 0, 0, 0, 0]}]} | 400 | finite",
        "{'seeds': [{'vector': ['NaN', 0, 0, 0, 0, 0, 0, 0]}]} | 400 | finite",
        "{'seeds': [{'track_id': 'jaz-01', 'weight': 'NaN'}]} | 400 | other than 0",
        "{'seeds': [{'track_id': 'jaz-01', 'user_id': 'ada'}]} | 400 | either track_id or vector or user_id",
        "{'seeds': [null]} | 400 | seeds must have",
        "{'seeds': [{'track_id': 'jaz-01'}], 'k': 2147483648} | 400 | out of range",
        "{'seeds': [{'track_id': 'jaz-01'}], 'diversity': 'NaN'} | 400 | must be a number in 0..1",
        "{'seeds': [{'track_id': 'jaz-01'}], 'filter': {'genres': [null]}} | 400 | genres must be texts",
        "[] | 400 | body",
        "null | 400 | body",
        "{'seeds': [{'track_id': 'nobody'}]} | 404 | nobody",
    })
    void whatIsWrongIsNamed(String body, int status, String detail, Running running) {
        HttpResponse<byte[]> response = post(running, SEARCH, body.replace('\'', '"'));
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Contract.json(response).get("detail").asText()).contains(detail).doesNotContain("org.tasteprint");
    }

    @Test
    void whoHasTheAnswerAlreadyIsSentNoBody(Running running) {
        String url = "/api/v1/tracks/jaz-01/similar?k=3";
        HttpResponse<byte[]> first = running.client().get(url);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> again = running.client().get(url, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(running.client().get("/api/v1/tracks/jaz-01/similar?k=4", "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void spacesAndModelsTellHowTheyWereMade(Running running) {
        JsonNode spaces = running.client().json("/api/v1/spaces").get("spaces");
        assertThat(spaces.findValuesAsText("state")).contains("active");
        assertThat(spaces.get(1).at("/versions/0/state").asText()).isEqualTo("active");
        assertThat(spaces.get(1).get("preprocessing").asText()).isEqualTo("none");
        assertThat(spaces.findValuesAsText("name")).containsExactly("musicnn-msd", "taste");
        assertThat(spaces.get(1).at("/provenance/parameters/feature").asText()).isEqualTo("taste");
        assertThat(running.client().json("/api/v1/models").at("/models/0/kind").asText()).isEqualTo("trained");
        assertThat(running.client().get("/api/v1/spaces/mars").statusCode()).isEqualTo(400);
    }

    private static HttpResponse<byte[]> post(Running running, String path, String body) {
        return running.client().post(path, "application/json", body.getBytes());
    }

    private static JsonNode search(Running running, String body) {
        return Contract.json(post(running, SEARCH, body));
    }

    private static List<String> ids(JsonNode found) {
        return found.get("results").findValuesAsText("track_id").stream().distinct().toList();
    }
}
