package org.tasteprint.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tasteprint.server.ServerUnderTest.Running;

@ExtendWith(ServerUnderTest.class)
class TagsRouteTest {
    @Test
    void tellsTheLikeliestTagsAndTheirCourse(Running running) throws IOException {
        JsonNode answer = Contract.json(running.client().upload("/api/v1/tags", "My Song.wav", SampleMusic.wav(1)));

        assertThat(answer.get("model").asText()).isEqualTo("musicnn-msd");
        JsonNode song = answer.get("results").get(0);
        assertThat(song.get("file").asText()).isEqualTo("My Song.wav");
        assertThat(song.get("tags").findValuesAsText("tag")).containsExactly("piano", "calm", "rock");
        // 0.5, 0.5976 and 0.6952
        assertThat(song.get("tags").get(1).get("probability").asDouble()).isEqualTo(0.5976, within(1e-6));
        assertThat(song.get("taggram").get("tags")).hasSize(4);
        assertThat(song.get("taggram").get("times").toString()).isEqualTo("[0.0,0.976,1.952]");
        assertThat(song.get("taggram").get("values")).hasSize(3).allSatisfy(window -> assertThat(window).hasSize(4));
        assertThat(song.get("duration").asDouble()).isEqualTo(4.944, within(1e-9));
        assertThat(running.music().seen).isNotEmpty().noneMatch(Files::exists);
    }

    @Test
    void takesModelTopAndHop(Running running) throws IOException {
        JsonNode answer = Contract.json(running.client()
                .upload("/api/v1/tags?model=musicnn-mtt&top=1&length=3&hop=3", "a.wav", SampleMusic.wav(1), "b.wav", SampleMusic.wav(2)));

        assertThat(answer.get("model").asText()).isEqualTo("musicnn-mtt");
        assertThat(answer.get("hop").asInt()).isEqualTo(3);
        assertThat(answer.get("results")).hasSize(2).allSatisfy(song -> {
            assertThat(song.get("tags")).hasSize(1);
            assertThat(song.get("taggram").get("values")).hasSize(1);
            assertThat(song.get("taggram").get("tags").get(3).asText()).isEqualTo("musicnn-mtt");
        });
    }

    @Test
    void saysWhatIsWrong(Running running) {
        refused(running, "model=guess", 400, "model", "must be one of musicnn-msd, musicnn-mtt");
        refused(running, "top=0", 400, "top", "must be a whole number in 1..100");
        refused(running, "length=5", 400, "length", "must be one of 3");
        refused(running, "hop=2", 400, "hop", "must be one of 1, 3");
        refused(running, "taggram=1", 400, "taggram", "known are model, top, length, hop");
        HttpResponse<byte[]> noAudio = running.client().upload("/api/v1/tags", "groceries.mp3", "milk".getBytes());
        assertThat(noAudio.statusCode()).isEqualTo(422);
        assertThat(Contract.json(noAudio).get("detail").asText()).startsWith("groceries.mp3 is no audio");
    }

    private static void refused(Running running, String query, int status, String parameter, String detail) {
        // Little enough to be sent before the server, which does not read it, has answered.
        HttpResponse<byte[]> response = running.client().upload("/api/v1/tags?" + query, "a.wav", "RIFF".getBytes());
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Contract.json(response).get("parameter").asText()).isEqualTo(parameter);
        assertThat(Contract.json(response).get("detail").asText()).contains(detail);
    }
}
