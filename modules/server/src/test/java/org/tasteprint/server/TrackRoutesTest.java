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
import org.junit.jupiter.params.provider.FieldSource;
import org.tasteprint.server.ServerUnderTest.Running;

@ExtendWith(ServerUnderTest.class)
class TrackRoutesTest {
    static final List<String> HARD_IDS = SampleMusic.HARD_IDS;

    @Test
    void listsTracksWithoutTheirPaths(Running running) {
        JsonNode page = running.client().json("/api/v1/tracks?q=salt%20flats");
        assertThat(page.get("total").asInt()).isEqualTo(1);
        assertThat(page.get("next").isNull()).isTrue();
        assertThat(page.get("tracks").get(0).toString()).isEqualTo("{\"track_id\":\"amb-01\",\"artist\":\"Hollow Meridian\","
                + "\"title\":\"Salt Flats at Dusk\",\"album\":\"Slow Cartography\",\"year\":2019,\"genre\":\"ambient\",\"split\":\"train\",\"has_audio\":true}");
    }

    @Test
    void pagesWithACursorSeeEveryTrackOnce(Running running) {
        List<String> ids = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = running.client().json("/api/v1/tracks?limit=5&after=" + ContractClient.segment(after));
            assertThat(page.get("total").asInt()).isEqualTo(SampleMusic.trackCount());
            page.get("tracks").forEach(track -> ids.add(track.get("track_id").asText()));
            after = page.get("next").isNull() ? "" : page.get("next").asText();
        } while (!after.isEmpty());
        assertThat(ids).hasSize(SampleMusic.trackCount()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"genre=jazz,3", "split=test,7", "q=MARIGOLD,2", "q=kelp&genre=folk,2", "genre=polka,0"})
    void findsBy(String query, int total, Running running) {
        assertThat(running.client().json("/api/v1/tracks?" + query).get("total").asInt()).isEqualTo(total);
    }

    @ParameterizedTest
    @FieldSource("HARD_IDS")
    void reachesEveryIdAsOneSegment(String id, Running running) {
        String path = "/api/v1/tracks/" + ContractClient.segment(id);
        assertThat(running.client().json(path).get("track_id").asText()).isEqualTo(id);
        if (!id.equals(SmallMusicService.WITHOUT_VECTOR)) {
            assertThat(running.client().json(path + "/similar?k=3").get("results")).hasSize(3);
            assertThat(running.client().get(path + "/audio").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void neighboursComeBestFirstWithTheirTracks(Running running) {
        JsonNode answer = running.client().json("/api/v1/tracks/jaz-01/similar");
        assertThat(answer.get("space").asText()).isEqualTo("taste");
        assertThat(answer.get("results")).hasSize(10);
        double last = 1;
        for (JsonNode near : answer.get("results")) {
            assertThat(near.get("similarity").asDouble()).isLessThanOrEqualTo(last);
            assertThat(near.get("track").get("track_id")).isEqualTo(near.get("track_id"));
            last = near.get("similarity").asDouble();
        }
        assertThat(answer.get("results").get(0).get("track").get("genre").asText()).isEqualTo("jazz");
        assertThat(running.client().json("/api/v1/tracks/jaz-01/similar?space=musicnn-msd&k=100").get("results"))
                .hasSize(SampleMusic.trackCount() - 2);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
        "tracks?limit=0, limit, must be a whole number in 1..500; limit=0",
        "tracks?limit=501, limit, must be a whole number in 1..500; limit=501",
        "tracks?limit=ten, limit, must be a whole number in 1..500; limit=ten",
        "tracks?limt=5, limt, `known are q, genre, split, limit, after`",
        "tracks?q=a&q=b, q, given 2 times",
        "tracks?q=%00, q, must not contain the character U+0000",
        "tracks/amb-01?x=1, x, known are none",
        "tracks/amb-01/similar?k=101, k, must be a whole number in 1..100; k=101",
        "tracks/amb-01/similar?k=, k, must be a whole number in 1..100; k=",
        "tracks/amb-01/similar?space=mars, space, `must be one of musicnn-msd, taste; space=mars`",
    })
    void namesTheParameterThatIsWrong(String path, String parameter, String detail, Running running) {
        HttpResponse<byte[]> response = running.client().get("/api/v1/" + path);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Contract.json(response).get("parameter").asText()).isEqualTo(parameter);
        assertThat(Contract.json(response).get("detail").asText()).contains(detail);
    }

    @Test
    void tellsWhatDoesNotExist(Running running) {
        for (String path : List.of("nobody", "nobody/similar", "nobody/audio")) {
            HttpResponse<byte[]> response = running.client().get("/api/v1/tracks/" + path);
            assertThat(response.statusCode()).as(path).isEqualTo(404);
            assertThat(Contract.json(response).get("detail").asText()).contains("no track has the id");
        }
        String silent = "/api/v1/tracks/" + ContractClient.segment(SmallMusicService.WITHOUT_VECTOR);
        assertThat(Contract.json(running.client().get(silent + "/similar")).get("detail").asText()).contains("the space taste has no vector of");
        assertThat(Contract.json(running.client().get(silent + "/audio")).get("detail").asText()).contains("has no sound file");
    }

    @Test
    void withoutAnySpaceSimilarIsUnavailable(Running running) {
        running.music().spaces = List.of();
        try {
            HttpResponse<byte[]> response = running.client().get("/api/v1/tracks/amb-01/similar");
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(Contract.json(response).get("detail").asText()).contains("tasteprint index");
        } finally {
            running.music().spaces = List.of("musicnn-msd", "taste");
        }
    }
}
