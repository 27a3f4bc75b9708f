package org.tasteprint.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tasteprint.server.ServerUnderTest.Running;

@ExtendWith(ServerUnderTest.class)
class WayRoutesTest {
    @Test
    void aPathLeadsFromOneTrackToAnother(Running running) {
        JsonNode way = running.client().json("/api/v1/path?from=jaz-01&to=roc-01&steps=4");
        List<String> ids = ids(way);
        assertThat(ids).hasSize(5).startsWith("jaz-01").endsWith("roc-01").doesNotHaveDuplicates();
        assertThat(way.at("/results/0/similarity").asDouble()).isEqualTo(1);
        assertThat(ids(running.client().json("/api/v1/path?from=jaz-01&to=roc-01&steps=3&genre=folk")).subList(1, 3))
                .allSatisfy(id -> assertThat(running.catalog().track(id).orElseThrow().genre()).isEqualTo("folk"));
    }

    @Test
    void aWalkStaysWithinItsRadius(Running running) {
        List<String> near = ids(running.client().json("/api/v1/tracks/jaz-01/walk?radius=0.2&k=20"));
        assertThat(near).isNotEmpty().doesNotContain("jaz-01").allMatch(id -> id.startsWith("jaz"));
        assertThat(ids(running.client().json("/api/v1/tracks/jaz-01/walk?radius=2&k=100"))).hasSize(SampleMusic.trackCount() - 2);
        assertThat(ids(running.client().json("/api/v1/tracks/jaz-01/walk?radius=0"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "path?from=jaz-01 | 400 | parameter to is missing",
        "path?from=jaz-01&to=nobody | 404 | no track has the id nobody",
        "path?from=jaz-01&to=roc-01&steps=0 | 400 | 1..100",
        "path?from=jaz-01&to=roc-01&space=mars | 400 | must be one of",
        "path?from=jaz-01&to=roc-01&colour=red | 400 | colour",
        "tracks/jaz-01/walk?radius=NaN | 400 | 0..2",
        "tracks/nobody/walk | 404 | no track has the id nobody",
        "spaces/mars/map | 400 | must be one of",
        "spaces/musicnn-msd/map | 404 | start a job of kind map",
        "spaces/taste/vectors?format=parquet | 400 | must be one of csv, jsonl, npy",
        "evaluations/nothing | 404 | there is no evaluation nothing",
        "evaluations/..%2F..%2Fsecret | 404 | there is no evaluation",
        "evaluations?after=nothing | 400 | after",
    })
    void whatIsWrongIsNamed(String path, int status, String detail, Running running) {
        HttpResponse<byte[]> response = running.client().get("/api/v1/" + path);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Contract.json(response).get("detail").asText()).contains(detail);
    }

    @Test
    void theMapHasEveryTrackAndItsClusters(Running running) {
        HttpResponse<byte[]> first = running.client().get("/api/v1/spaces/taste/map");
        JsonNode map = Contract.json(first);
        assertThat(map.get("places")).hasSize(SampleMusic.trackCount() - 1);
        assertThat(map.get("current").asBoolean()).isTrue();
        assertThat(map.get("clusters")).hasSize(2);
        assertThat(map.at("/clusters/0/tracks").asInt() + map.at("/clusters/1/tracks").asInt()).isEqualTo(SampleMusic.trackCount() - 1);
        assertThat(map.at("/clusters/0/genre").asText()).isIn(SampleMusic.GENRES);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(running.client().get("/api/v1/spaces/taste/map", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void evaluationsAreListedNewestFirstAndShownWhole(Running running) {
        JsonNode list = running.client().json("/api/v1/evaluations?limit=1");
        assertThat(list.at("/evaluations/0/kind").asText()).isEqualTo("taste");
        assertThat(list.at("/evaluations/0/measure").asText()).isEqualTo("pairwise accuracy");
        JsonNode next = running.client().json("/api/v1/evaluations?after=" + list.get("next").asText());
        JsonNode genre = next.at("/evaluations/0");
        assertThat(genre.get("n").asInt()).isEqualTo(100);
        assertThat(genre.get("value").asDouble()).isEqualTo(0.83);
        assertThat(genre.get("ci95")).hasSize(2);
        assertThat(genre.get("split").asText()).isEqualTo("folds 4 by artist");
        JsonNode whole = running.client().json("/api/v1/evaluations/" + genre.get("evaluation_id").asText());
        assertThat(whole.at("/settings/classifier").asText()).isEqualTo("svm");
        assertThat(whole.at("/report/confusion")).hasSize(4);
    }

    private static List<String> ids(JsonNode found) {
        return found.get("results").findValuesAsText("track_id").stream().distinct().toList();
    }
}
