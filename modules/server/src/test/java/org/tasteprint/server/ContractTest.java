package org.tasteprint.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.PathItem;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tasteprint.server.ServerUnderTest.Running;

@ExtendWith(ServerUnderTest.class)
class ContractTest {
    private final Contract contract = new Contract();

    @Test
    void isValidOpenApi() {
        assertThat(contract.parsed().getMessages()).isNullOrEmpty();
        assertThat(contract.paths()).hasSizeGreaterThan(10);
    }

    @Test
    void everyReadingOperationOfTheContractAnswersAsItSays(Running running) {
        long job = running.catalog().jobs().add("count", Map.of()).id();
        contract.paths().forEach((template, path) -> {
            if (path.readOperationsMap().containsKey(PathItem.HttpMethod.GET)) {
                String kind = template.split("/").length > 3 ? template.split("/")[3] : "";
                String id = switch (kind) {
                    case "users" -> "ada";
                    case "jobs" -> Long.toString(job);
                    case "evaluations" -> SmallMusicService.EVALUATIONS.getFirst();
                    default -> "amb-01";
                };
                String url = template.replace("{id}", id).replace("{name}", "taste")
                        + (kind.equals("path") ? "?from=jaz-01&to=roc-01" : "");
                assertThat(running.client().get(url).statusCode()).as(url).isEqualTo(200);
            }
        });
    }

    @Test
    void isServedAsItIs(Running running) {
        HttpResponse<byte[]> served = running.client().get("/openapi.yaml");
        assertThat(new String(served.body(), StandardCharsets.UTF_8)).isEqualTo(Contract.yaml());
        assertThat(served.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/yaml"));
    }

    @Test
    void isShownToPeopleBySwaggerUi(Running running) {
        assertThat(new String(running.client().get("/docs/").body(), StandardCharsets.UTF_8)).contains("swagger-ui-bundle.js");
        assertThat(running.client().get("/docs/swagger-ui/swagger-ui-bundle.js").body()).hasSizeGreaterThan(1_000_000);
        assertThat(running.client().get("/docs/swagger-ui/swagger-ui.css").statusCode()).isEqualTo(200);
    }
}
