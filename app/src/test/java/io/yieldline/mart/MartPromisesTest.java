package io.yieldline.mart;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.plant.Home;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a mart of a plant's own is refused for, by its text alone: file, line and what to write instead. */
class MartPromisesTest {
    private static final String OPERATORS = OwnMartFiles.text("operator_daily");
    private static final String RETESTS = OwnMartFiles.text("retest_weekly");

    @TempDir
    Path home;

    @Test
    void theHeaderMustFitTheSource() {
        refused(
                OPERATORS.replace("from: workstation", "from: work"),
                ":4: unknown source \"work\"; valid values: workstation, testboard, snfn, unit_packing, unit_run, unit_start, unit_station");
        refused(
                OPERATORS.replace("from: workstation", "from: workstation\n-- also: testboard"),
                ":4: a mart of a plant's own reads one source; take out \"-- also:\"");
        refused(
                OPERATORS.replace("partition: day", "partition: week_start as day"),
                ":5: a mart is rebuilt by day, output_day or week; \"week_start\" is not one of them");
        refused(OPERATORS.replace("key: day, ", "key: "), ":3: \"day\", the partition, must be part of the key");
        refused(
                OPERATORS.replace("partition: day", "partition: week as day"),
                ":6: \"day\", the partition, must be of type text");
        refused(
                OPERATORS.replace("total bigint", "total integer"),
                ":9: \"total\" is not part of the key, so it must be a count, of type bigint");
        refused(
                OPERATORS.replace("station text", "station timestamp"),
                ":8: \"station\" is part of the key, so it must be of type text, date or integer");
        refused(
                OPERATORS.replace("total", "limit"),
                ":9: \"limit\" is not a valid column name; use lower-case letters, digits and _, and none of by, format, from,"
                        + " limit, mart, offset, to, why");
    }

    @Test
    void theSelectKeepsToTheSqlOfMarts() {
        refused(
                OPERATORS.replace("count(*) as total", "avg(duration_seconds) as total"),
                ":17: \"avg\" is not in the SQL of marts: floating point differs in the last digit");
        refused(
                OPERATORS + "having count(*) > 1\n",
                ":23: \"having\" does not fit a mart: it is one SELECT with FROM, WHERE and GROUP BY");
        refused(
                OPERATORS.replace(
                        "where in_scope", "where serial_number in (select serial_number from testboard_master_log)"),
                ":21: a mart reads workstation_master_log once, and tables of rules; take out \"testboard_master_log\"");
        refused(
                OPERATORS.replace("from workstation_master_log", "from testboard_master_log"),
                ":20: a mart reads workstation_master_log once, and tables of rules; take out \"testboard_master_log\"");
    }

    @Test
    void theKeyTellsRowsApart() {
        refused(
                OPERATORS.replace("group by day, operator, station", "group by day, operator, station, model"),
                ":22: the SELECT must group by its key and by nothing else: day, operator, station; it groups by day,"
                        + " operator, station, model");
        refused(
                OPERATORS.replace("    operator,", "    upper(operator) as operator,"),
                ":22: the SELECT must group by its key and by nothing else: day, upper(operator), station; it groups by"
                        + " day, operator, station");
    }

    @Test
    void aDayFollowsFromTheSameDayOfItsSource() {
        refused(
                OPERATORS.replace("    day,", "    output_day as day,").replace("by day", "by output_day"),
                ":14: \"day\" must be the column day of workstation_master_log as it is, so that a changed one is rebuilt"
                        + " alone; it is \"output_day\"");
        refused(
                RETESTS.replace("select week, station", "select min(week) as week, station")
                        .replace("group by week, station, serial", "group by station, serial"),
                ":21: the SELECT in brackets groups records to units: it must give \"week\" and group by it");
    }

    @Test
    void everyRowSaysWhatItAdds() {
        refused(
                OPERATORS.replace("count(*) as total", "count(distinct serial_number) as total"),
                ":17: no row has a contribution to \"total\"; write count(*), count(column), count(*) filter (where ...)"
                        + " or cast(sum(...) as bigint)");
        refused(
                OPERATORS.replace("count(*) as total", "count(*) as records"),
                ":9: the SELECT has nothing called \"total\"; name it with \"as total\"");
        refused(
                OPERATORS.replace("count(*) as total", "count(*) as total,\n    count(*) as records"),
                ":18: the SELECT gives \"records\", but the header has no such column; add or remove it");
    }

    @Test
    void valuesThatAreNoPartOfAnEventAreFollowed() {
        OwnMartFiles.write(home, "plain", OPERATORS);
        OwnMartFiles.write(home, "reasons", OPERATORS.replace("count(*) as total", "count(station_reason) as total"));
        Marts marts = Marts.of(new Home(home));

        assertThat(marts.refused()).isEmpty();
        assertThat(marts.get("plain").sources()).containsExactly("workstation");
        assertThat(marts.get("reasons").sources()).containsExactly("workstation", "workstation_attribute");
    }

    @Test
    void theNameIsFree() {
        assertThat(problem("packing_daily", OPERATORS))
                .isEqualTo(": \"packing_daily\" is the name of another table; rename the file");
        assertThat(problem("weekly_summary", OPERATORS))
                .isEqualTo(": \"weekly_summary\" is the name of another table; rename the file");
        assertThat(problem("purged", OPERATORS))
                .as("a temporary table")
                .isEqualTo(": \"purged\" is the name of another table; rename the file");
        assertThat(problem("Operators", OPERATORS))
                .isEqualTo(": \"Operators\" cannot name a mart; use at most 50 lower-case letters, digits and _");
        assertThat(Marts.of(new Home(home)).get("packing_daily").title()).isEqualTo("Packing records by day");
    }

    private void refused(String text, String problem) {
        assertThat(problem("operator_daily", text)).isEqualTo(problem);
    }

    /** What is wrong, after the name of the file. */
    private String problem(String name, String text) {
        Path file = OwnMartFiles.write(home, name, text);
        return Marts.of(new Home(home)).refused().stream()
                .map(mart -> String.valueOf(mart.problem().getMessage()))
                .filter(message -> message.startsWith(file.toString()))
                .findFirst()
                .orElse(file + " is accepted")
                .substring(file.toString().length());
    }
}
