package org.tasteprint.server.route;

import static java.util.Objects.requireNonNull;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.tasteprint.server.http.Routing;

/** The contract itself, for programs at {@code /openapi.yaml} and, through Swagger UI at {@code /docs}, for people. */
final class ContractRoutes {
    private static final String SWAGGER_UI = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

    void register(JavalinConfig config) {
        Routing.read(config.routes, "/openapi.yaml", ContractRoutes::contract);
        config.staticFiles.add(files -> {
            files.hostedPath = "/docs/swagger-ui";
            files.directory = "/META-INF/resources/webjars/swagger-ui/" + swaggerUiVersion();
            files.location = Location.CLASSPATH;
        });
    }

    private static void contract(Context request) {
        request.contentType("application/yaml; charset=utf-8").result(resource("/openapi.yaml"));
    }

    private static String swaggerUiVersion() {
        Properties properties = new Properties();
        try (InputStream in = resource(SWAGGER_UI)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + SWAGGER_UI, e);
        }
        return properties.getProperty("version");
    }

    private static InputStream resource(String name) {
        return requireNonNull(ContractRoutes.class.getResourceAsStream(name), name + " is not on the class path");
    }
}
