package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the image must keep to, read from the Dockerfile: no container engine is needed. */
class DockerfileTest {
    private static final Path ROOT = Path.of("..");

    private Dockerfile file;

    @BeforeEach
    void read() throws IOException {
        file = Dockerfile.read();
    }

    @Test
    void mavenStaysInTheFirstStage() {
        assertThat(file.of("FROM")).hasSize(2).allMatch(image -> image.matches("[a-z-]+:[0-9][\\w.-]+( AS build)?"));
        assertThat(file.of("FROM").get(0)).startsWith("maven:").endsWith(" AS build");
        assertThat(file.of("FROM").get(1)).contains("-jre-");
    }

    @Test
    void theServerRunsAsAUserWhoOwnsTheHomeOnly() {
        assertThat(file.of("USER")).containsExactly("10001");
        assertThat(file.of("RUN").get(1)).contains("--uid 10001").contains("install -d -o yieldline");
        assertThat(file.of("VOLUME")).containsExactly("/plant");
        assertThat(file.of("ENV")).containsExactly("YIELDLINE_HOME=/plant");
        assertThat(file.of("ENTRYPOINT")).containsExactly("[\"/opt/yieldline/yieldline\"]");
        Main.commandLine().parseArgs(file.of("CMD").get(0).replaceAll("[\\[\\]\"]", ""));
    }

    @Test
    void itsPortAndHealthAreThoseOfTheServer() {
        assertThat(file.of("EXPOSE")).containsExactly("8480");
        assertThat(file.healthCheck().get(2)).contains("127.0.0.1/8480");
    }

    @Test
    void whatIsCopiedIsThereAndNotIgnored() throws IOException {
        List<String> sources = file.of("COPY").stream()
                .filter(copy -> !copy.startsWith("--from"))
                .flatMap(copy -> Arrays.stream(copy.split(" ")).limit(copy.split(" ").length - 1L))
                .toList();
        assertThat(sources).contains("app", "yieldline").allSatisfy(source -> {
            assertThat(ROOT.resolve(source)).exists();
            assertThat(ignored(source)).as(source + " is ignored").isFalse();
        });
        assertThat(ignored("app/target")).isTrue();
        assertThat(ignored("app/src/test")).isTrue();
        assertThat(ignored("plant")).isTrue();
    }

    /** The last line that matches decides, as Docker has it; a line with a mark of exclamation takes a file back in. */
    private static boolean ignored(String file) throws IOException {
        boolean ignored = false;
        for (String line : Files.readAllLines(ROOT.resolve(".dockerignore"))) {
            String pattern = line.replaceFirst("^!", "");
            if (FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(Path.of(file))) {
                ignored = !line.startsWith("!");
            }
        }
        return ignored;
    }
}
