package org.tasteprint.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tasteprint.server.ServerUnderTest.Running;

@ExtendWith(ServerUnderTest.class)
class MetricsTest {
    @Test
    void requestsQueuesSpacesAndTheJvmAreMeasured(Running running) {
        running.client().get("/api/v1/tracks/jaz-01/similar?k=3");
        running.client().get("/nothing");
        String metrics = new String(running.client().get("/metrics").body());
        assertThat(metrics)
                .containsPattern("http_server_requests_seconds_count\\{method=\"GET\",route=\"/api/v1/tracks/\\{id}/similar\",status=\"200\"} \\d+")
                .containsPattern("http_server_requests_seconds_bucket\\{.*le=\"0.025\"")
                .contains("tasteprint_space_vectors{space=\"taste\"} 23.0", "tasteprint_space_version{space=\"taste\"} 1.0")
                .contains("tasteprint_jobs{state=\"queued\"}", "tasteprint_uploads 0.0", "tasteprint_model_info", "jvm_memory_used_bytes")
                .doesNotContain("jaz-01");
    }
}
