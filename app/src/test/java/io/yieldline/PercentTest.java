package io.yieldline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Percentages of counts and of shares are written as the table says by which the dashboard is tested, too. */
class PercentTest {
    private static final Path TABLE = Path.of("src/test/js/rounding.js");
    private static final Pattern LINE = Pattern.compile("  \\[(\\d+), (\\d+), (\\d), '([^']+)'],");

    private record Example(Ratio ratio, int decimals, String text) {}

    @Test
    void theTableOfTheDashboardHoldsHere() throws IOException {
        List<Example> examples = Files.readAllLines(TABLE).stream()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(line -> new Example(
                        new Ratio(Long.parseLong(line.group(1)), Long.parseLong(line.group(2))),
                        Integer.parseInt(line.group(3)),
                        line.group(4)))
                .toList();

        assertThat(examples).hasSizeGreaterThan(20).allSatisfy(example -> {
            assertThat(Percent.of(example.ratio().value(), example.decimals())).isEqualTo(example.text());
            if (example.decimals() == 2) {
                assertThat(example.ratio().percent()).isEqualTo(example.text());
            }
        });
    }
}
