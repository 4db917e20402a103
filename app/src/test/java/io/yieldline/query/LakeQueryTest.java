package io.yieldline.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.UserError;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeQueryTest {
    @TempDir
    static Path folder;

    private static SmallLake lake;

    @BeforeAll
    static void writeLake() {
        lake = SmallLake.in(folder);
    }

    @Test
    void answersWithTypedValues() {
        QueryAnswer answer = ask("select station, count(*) as days, sum(passed) as passed, min(day) as first_day,"
                + " avg(failed) as mean, cast(1.50 as decimal(5, 2)) as decimal, timestamp '2025-05-01 08:00:00' as at,"
                + " true as flag, null::integer as blank from station_yield_daily group by station order by station");

        assertThat(answer.table().columns())
                .containsExactly("station", "days", "passed", "first_day", "mean", "decimal", "at", "flag", "blank");
        assertThat(answer.table().rows()).hasSize(2);
        assertThat(answer.table().rows().get(0))
                .isEqualTo(Arrays.asList(
                        "FT1",
                        30L,
                        new java.math.BigDecimal("3135"),
                        java.time.LocalDate.of(2025, 5, 1),
                        5.0,
                        new java.math.BigDecimal("1.50"),
                        java.time.LocalDateTime.of(2025, 5, 1, 8, 0),
                        true,
                        null));
        assertThat(answer.types())
                .containsExactly(
                        "VARCHAR",
                        "BIGINT",
                        "HUGEINT",
                        "DATE",
                        "DOUBLE",
                        "DECIMAL(5,2)",
                        "TIMESTAMP",
                        "BOOLEAN",
                        "INTEGER");
        assertThat(answer.snapshot()).isEqualTo("20250601-080000");
        assertThat(answer.more()).isFalse();
    }

    @Test
    void valuesOfOtherTypesAreText() {
        assertThat(ask("select [1, 2] as list, {'a': 1} as struct, map {'k': 2} as map, interval 3 days as span,"
                                + " 'ab'::blob as bytes, time '08:30:00' as hour, uuid '00000000-0000-0000-0000-000000000001' as id,"
                                + " 'infinity'::double as much")
                        .table()
                        .rows()
                        .get(0)
                        .stream()
                        .map(String::valueOf))
                .containsExactly(
                        "[1, 2]",
                        "{a=1}",
                        "{k=2}",
                        "3 days",
                        "6162",
                        "08:30",
                        "00000000-0000-0000-0000-000000000001",
                        "Infinity");
    }

    @Test
    void viewsAndShowsOfTheCatalogueCanBeAsked() {
        assertThat(ask("select * from yield_total order by station").table().rows())
                .hasSize(2);
        assertThat(ask("from unit_runs select count(*)").table().rows()).isEqualTo(List.of(List.of(2000L)));
        assertThat(ask("select share(1, 0) as n").table().rows().toString()).isEqualTo("[[null]]");
        assertThat(ask("show tables").table().rows())
                .isEqualTo(List.of(List.of("station_yield_daily"), List.of("unit_runs"), List.of("yield_total")));
    }

    @Test
    void stopsAtTheRowLimitAndSaysSo() {
        QueryAnswer answer = ask("select * from range(100)", QueryLimits.DEFAULT.withRows(10));

        assertThat(answer.table().rows()).hasSize(10);
        assertThat(answer.more()).isTrue();
        assertThat(ask("select * from range(10)", QueryLimits.DEFAULT.withRows(10))
                        .more())
                .isFalse();
    }

    @Test
    void stopsAtTheSizeLimit() {
        QueryAnswer answer =
                ask("select repeat('x', 10000) as x from range(1000)", new QueryLimits(10_000, 3_000_000, 30, 512));

        assertThat(answer.table().rows()).hasSize(300);
        assertThat(answer.more()).isTrue();
    }

    @Test
    void joinsThousandsOfSerialNumbers() {
        List<String> serials =
                IntStream.range(500, 20_500).mapToObj(i -> "SN" + i).toList();

        QueryAnswer answer = new LakeQuery(
                        lake.version(),
                        new QueryRequest(
                                new QueryText("select count(*), {from} from unit_runs where serial_number in {serials}"
                                        + " and day >= {from}"),
                                Map.of("from", "2025-05-01"),
                                List.of(new ValueList("serials", serials)),
                                QueryLimits.DEFAULT))
                .answer();

        assertThat(answer.table().rows()).isEqualTo(List.of(List.of(500L, "2025-05-01")));
    }

    @Test
    void equalNamesOfColumnsBecomeDifferent() {
        assertThat(ask("select 1 as a, 2 as a, 3 as a").table().columns()).containsExactly("a", "a_1", "a_2");
    }

    @Test
    void errorsAreOneLineWithTheirPlace() {
        refused("selec 1", "syntax error at or near \"selec\" (line 1, character 1)");
        refused("select 1\nfrom\n  where x", "syntax error at or near \"where\" (line 3, character 3)");
        refused("select a from nowhere", "Table with name nowhere does not exist! Did you mean \"pg_indexes\"?");
        refused("delete from unit_runs", "write one SELECT; a query can only read");
        refused(
                "select * from read_text('/etc/passwd')",
                "the function read_text is not available; queries read the tables of the lake only");
    }

    @Test
    void joinsAreCounted() {
        assertThat(ask(joins(64)).table().rows()).isEqualTo(List.of(List.of("\"type\":\"JOIN\"")));
        refused(
                joins(65),
                "the query joins 65 times, at most 64 are possible; join fewer tables, or ask in several queries");
    }

    private static String joins(int number) {
        return "select '\"type\":\"JOIN\"' from range(1) r0"
                + IntStream.rangeClosed(1, number)
                        .mapToObj(", range(1) r%d"::formatted)
                        .collect(Collectors.joining());
    }

    @Test
    void isStoppedWhenItsTimeIsOver() {
        refused(
                "select count(*) from range(100000000000) a, range(100000) b",
                QueryLimits.DEFAULT.withSeconds(1),
                "the query was stopped after 1 s; ask for fewer days or columns, or allow more time");
    }

    @Test
    void anOperatorThatDoesNotStopIsKilled() {
        assertThatThrownBy(() -> ask("select length(repeat('x', 3000000000))", QueryLimits.DEFAULT.withSeconds(2)))
                .isInstanceOf(QueryFailure.class);
    }

    private static void refused(String sql, String message) {
        refused(sql, QueryLimits.DEFAULT, message);
    }

    private static void refused(String sql, QueryLimits limits, String message) {
        assertThatThrownBy(() -> ask(sql, limits)).isInstanceOf(UserError.class).hasMessage(message);
    }

    private static QueryAnswer ask(String sql) {
        return ask(sql, QueryLimits.DEFAULT);
    }

    private static QueryAnswer ask(String sql, QueryLimits limits) {
        return new LakeQuery(lake.version(), new QueryRequest(new QueryText(sql), Map.of(), List.of(), limits))
                .answer();
    }
}
