package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.UserError;
import io.yieldline.yaml.ResourceFolder;
import io.yieldline.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tables in the docs that say where each page and route of the original is now: they have all of {@code original-names.yaml},
 * and what they name is there.
 */
class OriginalPagesTest {
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    private static final Pattern PAGE = Pattern.compile("`/([a-z]+)(?:\\?[^`]*)?`");
    private static final Pattern ROUTE = Pattern.compile("`(GET|POST|PUT|DELETE) (/[^`]*)`");

    @Test
    void everyPageOfTheOriginal_hasItsPlace(@TempDir Path directory) throws IOException {
        String pages = ResourceFolder.text(UserError.class, "web/pages.js");
        List<List<String>> rows = table("The same pages");

        assertThat(rows).allSatisfy(OriginalPagesTest::assertAnswered);
        assertThat(originals(rows)).containsExactlyInAnyOrderElementsOf(names("pages"));
        assertThat(named(rows, PAGE).map(found -> found.group(1)))
                .isNotEmpty()
                .allMatch(page -> pages.contains("path: '" + page + "',"));
    }

    @Test
    void everyRouteOfTheOriginal_hasItsPlace(@TempDir Path directory) throws IOException {
        List<List<String>> rows = table("The same routes");

        assertThat(rows).allSatisfy(OriginalPagesTest::assertAnswered);
        assertThat(originals(rows)).containsExactlyInAnyOrderElementsOf(names("routes"));
        try (ServedPlant plant = ServedPlant.on(directory)) {
            List<String> routes = plant.routes().stream()
                    .map(route -> route.method().name() + " " + route.path())
                    .toList();
            assertThat(named(rows, ROUTE).map(found -> found.group(1) + " " + found.group(2)))
                    .isNotEmpty()
                    .isSubsetOf(routes);
        }
    }

    /** A row names where it is now, or says why it is nowhere. */
    private static void assertAnswered(List<String> row) {
        assertThat(row).hasSize(3);
        assertThat(row.get(1)).isNotBlank();
        if (row.get(1).equals("none")) {
            assertThat(row.get(2)).hasSizeGreaterThan(20);
        }
    }

    /** The names of the original in the first column, each once. */
    private static List<String> originals(List<List<String>> rows) {
        return rows.stream()
                .flatMap(row -> NAME.matcher(row.get(0)).results())
                .map(found -> found.group(1))
                .toList();
    }

    private static List<String> names(String kind) {
        return YamlNode.resource(UserError.class, "original-names.yaml")
                .get(kind)
                .texts();
    }

    private static Stream<MatchResult> named(List<List<String>> rows, Pattern pattern) {
        return rows.stream().flatMap(row -> pattern.matcher(row.get(1)).results());
    }

    /** The rows of the table below a heading, cell by cell. */
    private static List<List<String>> table(String heading) throws IOException {
        return Files.readString(Path.of("../docs/etl-v2.md"))
                .split("\n## " + heading + "\n")[1]
                .split("\n## ")[0]
                .lines()
                .filter(line -> line.startsWith("| "))
                .skip(2)
                .map(line -> Stream.of(line.substring(1, line.length() - 1).split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .toList();
    }
}
