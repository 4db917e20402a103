package io.yieldline.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RatioSqlTest {
    private static final Pattern DIVISION =
            Pattern.compile("(passed \\+ (\\w+\\.)?failed|failed \\+ (\\w+\\.)?passed)\\b");

    @Test
    void theCountsOfARatioComeFromTheHeaderOfItsMart() {
        assertThat(RatioSql.expand("ratio(${station_yield_daily.yield})"))
                .isEqualTo("ratio(passed, (passed + failed))");
        assertThat(RatioSql.expand("sum(${station_yield_daily.yield.numerator})"))
                .isEqualTo("sum(passed)");
        assertThat(RatioSql.expand("sum(${station_yield_daily.yield.denominator})"))
                .isEqualTo("sum((passed + failed))");
    }

    @Test
    void otherPlaceholdersStay() {
        assertThat(RatioSql.expand("select ${text} from ${schema}.a")).isEqualTo("select ${text} from ${schema}.a");
    }

    @Test
    void anUnknownMartOrRatioIsRefused() {
        assertThatThrownBy(() -> RatioSql.expand("select ${station_yield.yield}"))
                .hasMessage("${station_yield.yield} names an unknown mart");
        assertThatThrownBy(() -> RatioSql.expand("select ${packing_daily.yield}"))
                .hasMessage("packing_daily has no ratio \"yield\"");
    }

    @Test
    void onlyTheHeadersOfMartsSayWhatAYieldDivides() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> file.toString().matches(".*\\.(java|sql|js|jte)"))
                            .flatMap(RatioSqlTest::divisions))
                    .isEmpty();
        }
    }

    private static Stream<String> divisions(Path file) {
        return lines(file).stream()
                .filter(line ->
                        !line.startsWith("-- ratio: ") && DIVISION.matcher(line).find())
                .map(line -> file + ": " + line.strip());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
