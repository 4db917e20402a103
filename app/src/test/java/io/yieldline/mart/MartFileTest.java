package io.yieldline.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.UserError;
import io.yieldline.feed.ColumnType;
import java.util.List;
import org.junit.jupiter.api.Test;

class MartFileTest {
    private static final String HEADER = """
            -- title: Packed units by day
            -- grain: one row per output day and model
            -- key: day, model
            -- from: workstation
            -- partition: output_day as day
            -- column: day date | output day
            -- column: model text | model of the units
            """;
    private static final String SELECT = "select output_day as day, model\nfrom workstation_master_log\n";

    @Test
    void readsAllFactsOfTheHeader() {
        Mart mart = MartFile.parse("unit/packing.sql", HEADER + SELECT);

        assertThat(mart)
                .isEqualTo(new Mart(
                        "packing",
                        "Packed units by day",
                        "one row per output day and model",
                        List.of("day", "model"),
                        "workstation",
                        List.of(),
                        new Partition("day", "output_day"),
                        RefreshStep.OTHER,
                        List.of(
                                new MartColumn("day", ColumnType.DATE, "output day"),
                                new MartColumn("model", ColumnType.TEXT, "model of the units")),
                        List.of(),
                        SELECT.strip()));
    }

    @Test
    void itMayFollowOtherSources() {
        assertThat(MartFile.parse("p.sql", HEADER + "-- also: testboard, workstation_attribute\n" + SELECT)
                        .sources())
                .containsExactly("workstation", "testboard", "workstation_attribute");
    }

    @Test
    void aStepIsOneOfThoseOfTheSchedule() {
        assertThat(MartFile.parse("p.sql", HEADER + "-- step: weekly yields\n" + SELECT)
                        .step())
                .isEqualTo(RefreshStep.WEEKLY_YIELDS);
        refused(
                HEADER + "-- step: nightly\n" + SELECT,
                "p.sql:8: unknown step \"nightly\"; valid values: daily yields, weekly yields, packing and sort tests,"
                        + " hourly output, test boards, other marts");
    }

    @Test
    void refusesAMissingFact() {
        refused(HEADER.replace("-- from: workstation\n", "") + SELECT, "p.sql:7: \"-- from:\" is missing above");
        refused(HEADER.replaceAll("-- column.*\n", "") + SELECT, "p.sql:6: \"-- column:\" is missing above");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        refused(
                HEADER.replace("from:", "feed:") + SELECT,
                "p.sql:4: unknown \"feed\"; valid values: title, grain, key, from, partition, step, column, ratio");
        refused(
                HEADER.replace("day date", "day datum") + SELECT,
                "p.sql:6: unknown type \"datum\"; valid values: text, date, timestamp, integer, bigint");
        refused(
                HEADER.replace("key: day", "key: dya") + SELECT,
                "p.sql:3: \"dya\" is not a column; valid columns: day, model");
        refused(
                HEADER.replace("as day", "as dya") + SELECT,
                "p.sql:5: \"dya\" is not a column; valid columns: day, model");
    }

    @Test
    void refusesLinesThatAreNoFacts() {
        refused("-- packed units\n" + HEADER + SELECT, "p.sql:1: must be \"-- name: value\"");
        refused(HEADER + "-- title: Again\n" + SELECT, "p.sql:8: \"title\" appears twice; keep one");
        refused(HEADER.replace(" | output day", "") + SELECT, "p.sql:6: a column must be \"name type | meaning\"");
        refused(
                HEADER + "delete from p\n",
                "p.sql:8: one SELECT must follow the header, without a semicolon and with its keywords in lower case");
        refused(
                HEADER + SELECT + ";",
                "p.sql:8: one SELECT must follow the header, without a semicolon and with its keywords in lower case");
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> MartFile.parse("p.sql", text))
                .isInstanceOf(UserError.class)
                .hasMessage(message);
    }
}
