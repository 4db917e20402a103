package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.api.auth.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of exports that a spreadsheet would run: files of the API hold them as texts. */
class HostileCellsTest extends ServedSuite {
    private static final String AT = "2025-04-15 08:05:00";
    private static final List<String> FORMULAS =
            List.of("=1+1", "+1+cmd", "-1+cmd", "@SUM(A1)", "\uFF1D1+1", "\uFF0B1+1", "\uFF0D1+1", "\uFF20SUM(A1)");

    /** The start of a cell that a spreadsheet would run. */
    private static final Pattern RUNS = Pattern.compile("(?m)(^|,)\"?\\s*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]");

    private String[] admin;

    @Override
    ServedPlant plant(Path empty) {
        String[] rows = FORMULAS.stream()
                .flatMap(text -> Stream.of(
                        String.join(",", "1724001", text, text, AT, AT, "NC", text, "Pass"),
                        String.join(",", "1724002", text, text, AT, AT, "NC", "Tesla SXM4", "Fail")))
                .toArray(String[]::new);
        return ServedPlant.on("duckdb", empty, List.of(TinyExport.write(empty.resolve("=cmd.csv"), rows)));
    }

    @BeforeAll
    void enter() {
        admin = plant.as(Role.ADMIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/marts/station_hourly", "/marts/station_yield_daily", "/times", "/times/units", "/exports"})
    void filesHoldTexts(String path) {
        Reply reply = plant.get(path + "?format=csv", admin);

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.text()).doesNotContainPattern(RUNS).containsPattern("'[=+\\-@]");
    }

    @Test
    void everyKindIsThere() {
        String csv = plant.get("/marts/station_hourly?format=csv", admin).text();

        FORMULAS.forEach(text -> assertThat(csv).contains("'" + text));
    }
}
