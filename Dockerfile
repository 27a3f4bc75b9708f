# Tasteprint in a container: built with Maven, run as a user without rights on a Java runtime. compose.yaml adds PostgreSQL.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -q -B -ntp -Dmaven.test.skip package \
    && mkdir -p /app/lib /app/modules/cli/target /app/models \
    && tr ':' '\n' < modules/cli/target/classpath.libraries | xargs -I FILE cp FILE /app/lib/ \
    && sed 's#[^:]*/#/opt/tasteprint/lib/#g' modules/cli/target/classpath.libraries > /app/modules/cli/target/classpath.libraries \
    && cp modules/cli/target/tasteprint-cli-*.jar /app/modules/cli/target/ \
    && cp models/registry.json models/*.md models/*.safetensors /app/models/ \
    && cp tasteprint LICENSE README.md /app/

FROM eclipse-temurin:25-jre
COPY --from=build /app /opt/tasteprint
# XGBoost's native library brings no OpenMP of its own.
RUN apt-get update -q && apt-get install -y -q --no-install-recommends libgomp1 && rm -rf /var/lib/apt/lists/* \
    && groupadd --gid 10001 tasteprint \
    && useradd --uid 10001 --gid tasteprint --home-dir /data --no-create-home tasteprint \
    && mkdir -p /data /music /opt/tasteprint/models/cache \
    && chown tasteprint:tasteprint /data /opt/tasteprint/models/cache /opt/tasteprint/modules/cli/target \
    && ln -s /opt/tasteprint/tasteprint /usr/local/bin/tasteprint
USER tasteprint
WORKDIR /data
# What is learned and extracted; weights of published networks, which "models pull" fetches.
VOLUME ["/data", "/opt/tasteprint/models/cache"]
ENV TASTEPRINT_HOME=/data TASTEPRINT_HOST=0.0.0.0
EXPOSE 7070
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/7070 && printf 'GET /health/live HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["tasteprint"]
CMD ["serve"]
