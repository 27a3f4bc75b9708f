package org.tasteprint.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tasteprint.catalog.ApiKey;
import org.tasteprint.catalog.ApiKeys;
import org.tasteprint.core.Provenance;
import org.tasteprint.core.Track;
import org.tasteprint.index.Point;
import org.tasteprint.index.SpaceDefinition;
import org.tasteprint.index.query.Attributes;
import org.tasteprint.server.ServerUnderTest.Running;

@ExtendWith(ServerUnderTest.class)
class WarmUpTest {
    private final Running running;

    WarmUpTest(Running running) {
        this.running = running;
    }

    @AfterEach
    void restore() {
        running.music().defaultSpace = "taste";
    }

    @Test
    void aServerOfManyTracksHasAnsweredItselfBeforeItIsReadyThoughItAsksOthersForAKey() {
        addMany("crowded");
        running.music().defaultSpace = "crowded";
        ApiKeys.Made key = running.catalog().keys().create("scraper", ApiKey.Scope.READ, "");
        ServerSettings strict = new ServerSettings("127.0.0.1", 0).requiringKeys().withRequestsPerSecond(1);
        try (HttpServer server = HttpServer.start(strict, running.catalog(), running.music(), running.work())) {
            String metrics = new String(
                    new ContractClient(server.uri()).get("/metrics", "Authorization", "Bearer " + key.secret()).body());
            assertThat(metrics)
                    .containsPattern("http_server_requests_seconds_count\\{.*route=\"/api/v1/tracks/\\{id}/similar\",status=\"200\"} \\d{2,}")
                    .doesNotContain("status=\"401\"", "status=\"429\"", "status=\"404\"", "status=\"500\"");
        } finally {
            running.catalog().keys().revoke(key.key().id());
        }
    }

    /** As many as make a server expect load, those of the catalogue among them. */
    private void addMany(String name) {
        SplittableRandom random = new SplittableRandom(1);
        Stream<String> tracks = running.catalog().tracks().stream().map(Track::id);
        Stream<String> others = Stream.iterate(0, n -> n + 1).limit(10_000 - running.catalog().tracks().size()).map(n -> "other " + n);
        running.music().add(
                SpaceDefinition.of(name, 2, Provenance.now("train", 1, "", Map.of())),
                Stream.concat(tracks, others)
                        .map(id -> new Point(id, new float[] {random.nextFloat() + 0.1f, random.nextFloat()}, Attributes.NONE))
                        .toList());
    }
}
