package io.yieldline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.AnnotationSupport;

/** Each test class is in the lane under which the docs list it, and what the docs tell developers to type exists. */
class LanesTest {
    private static final Path TOP = Path.of("..");
    private static final Path SOURCES = Path.of("src/test/java");

    private final Map<String, Class<?>> classes = new TreeMap<>();
    private String testing = "";
    private String docs = "";
    private String sources = "";

    @BeforeEach
    void read() throws IOException {
        testing = text("docs/testing.md");
        docs = testing + text("CONTRIBUTING.md") + text("README.md");
        try (Stream<Path> walk = Files.walk(SOURCES)) {
            List<Path> files = walk.filter(Files::isRegularFile).toList();
            sources = files.stream().map(LanesTest::text).collect(Collectors.joining());
            files.stream()
                    .map(file -> SOURCES.relativize(file).toString())
                    .filter(file -> file.matches(".*(Test|IT)\\.java"))
                    .map(LanesTest::loaded)
                    .forEach(each -> classes.put(each.getSimpleName(), each));
        }
    }

    @Test
    void everyTestClass_isListedOnce_underItsLane() {
        List<String> listed = new ArrayList<>();
        for (String section : testing.split("\n## ")) {
            String lane = section.lines().findFirst().orElseThrow();
            all("`(\\w+(?:Test|IT))`", section).forEach(name -> listed.add(name + " in " + lane));
        }

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(classes.values().stream()
                        .map(each -> each.getSimpleName() + " in " + lane(each))
                        .toList());
    }

    @Test
    void everyLane_isListed_andKnownToMavenAndToTheScript() throws IOException {
        List<String> lanes = all("(?m)^\\| `([a-z0-9-]+)` \\|", testing);
        String pom = text("app/pom.xml");

        assertThat(lanes)
                .contains("fast")
                .containsAll(classes.values().stream().map(LanesTest::lane).toList());
        assertThat(all("\nlanes=\"(.*)\"", text(".ci/run")).get(0).split(" "))
                .containsExactlyInAnyOrderElementsOf(lanes);
        assertThat(all("<slow.lanes>(.+)</slow.lanes>", pom).get(0).split(" \\| "))
                .containsExactlyElementsOf(all("<groups>(.+)</groups>", pom))
                .isSubsetOf(lanes);
    }

    @Test
    void everyCommand_namesWhatExists() throws IOException {
        List<String> commands = commands();

        assertThat(named(commands, "-Dtest=(\\w+)")).isNotEmpty().isSubsetOf(classes.keySet());
        assertThat(named(commands, "\\.ci/run ([a-z0-9-]+)"))
                .isNotEmpty()
                .isSubsetOf(text(".ci/run").split("[\" ]"));
        assertThat(named(commands, "\\.ci/faults ([a-z_]+)")).isNotEmpty().allMatch(part -> faults().contains(part));
        assertThat(named(commands, " -P([a-z-]+)"))
                .isNotEmpty()
                .isSubsetOf(all("<id>(.+)</id>", text("app/pom.xml") + text("pom.xml")));
        assertThat(named(commands, "-D(yieldline\\.[a-z-]+)")).isNotEmpty().allMatch(this::isRead);
        assertThat(named(commands, "(?:^| )(\\.ci/[a-z-]+|\\./[a-z]+)"))
                .isNotEmpty()
                .allMatch(script -> Files.isExecutable(TOP.resolve(script)));
    }

    /** The lines of blocks that are typed into a shell, and single commands in the text. */
    private List<String> commands() {
        return Stream.concat(
                        all("(?s)```sh\n(.*?)```", docs).stream().flatMap(String::lines),
                        all("`((?:mvn|\\.ci/|\\./|-D)[^`]*)`", docs).stream())
                .map(line -> line.replaceAll(" +# .*", ""))
                .toList();
    }

    private static List<String> faults() {
        return all("(?m)^([a-z_]+)(?:\\(\\)|=)", text(".ci/faults"));
    }

    private boolean isRead(String property) {
        return sources.contains("\"" + property + "\"");
    }

    /** The lane that a class has by its tag. */
    private static String lane(Class<?> type) {
        List<String> tags = AnnotationSupport.findRepeatableAnnotations(type, Tag.class).stream()
                .map(Tag::value)
                .toList();
        assertThat(tags).as(type.getName()).hasSizeLessThan(2);
        return tags.isEmpty() ? "fast" : tags.get(0);
    }

    private static List<String> named(List<String> commands, String pattern) {
        return commands.stream().flatMap(line -> all(pattern, line).stream()).toList();
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static Class<?> loaded(String file) {
        try {
            return Class.forName(file.replace(".java", "").replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String file) {
        return text(TOP.resolve(file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
