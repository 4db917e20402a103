# Yieldline from its sources. The plant's home is the volume /plant; see docs/install.md.
FROM maven:3.9.9-eclipse-temurin-17 AS build
WORKDIR /source
COPY .mvn .mvn
COPY pom.xml ./
COPY app app
RUN mvn -B -ntp -q -pl app -am package -Dmaven.test.skip

# DuckDB's library needs glibc.
FROM eclipse-temurin:17.0.15_6-jre-jammy
WORKDIR /opt/yieldline
COPY yieldline LICENSE ./
COPY ops/jvm ops/jvm
COPY --from=build /source/app/target/lib lib
COPY --from=build /source/app/target/yieldline.jar ./
RUN ./yieldline --version \
    && useradd --system --uid 10001 --home-dir /plant --shell /usr/sbin/nologin yieldline \
    && install -d -o yieldline -g yieldline -m 0750 /plant
USER 10001
ENV YIELDLINE_HOME=/plant
VOLUME /plant
EXPOSE 8480
HEALTHCHECK --interval=30s --timeout=5s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8480 && printf 'GET /health/live HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["/opt/yieldline/yieldline"]
CMD ["serve"]
