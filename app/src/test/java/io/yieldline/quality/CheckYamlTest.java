package io.yieldline.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.UserError;
import io.yieldline.yaml.YamlNode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a check's file and the settings of checks may say. */
class CheckYamlTest {
    private static final String HEAD = "name: mine\ntitle: t\ndimension: validity\nseverity: warn\nadvice: a\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "delete from export ~ must be a single SELECT, without a semicolon",
                "select 1; drop table export ~ must be a single SELECT, without a semicolon",
                "selectx ~ must be a single SELECT, without a semicolon",
                "with x as (delete from export returning id) select * from x ~ a check must only read; remove \"delete\"",
                "select * into copied from export ~ a check must only read; remove \"into\"",
                "select E'\\'' ~ use plain quoted text; remove \"E'\"",
                "select $$a$$ ~ use plain quoted text; remove \"$$\"",
                "select 1 where 1 = ? ~ values are placeholders such as ${from}; remove \"?\"",
            })
    void refusesWhatIsNoQuestion(String select, String reason) {
        assertThatThrownBy(() -> check(HEAD + "select: |\n  " + select))
                .isInstanceOf(UserError.class)
                .hasMessage("mine.yaml:6: " + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "select 1 from export e ~ reads export, which depends_on does not name; remove depends_on",
                "select 1 from ${master_log} m join packing_daily p on true ~ reads packing_daily, which depends_on does not name; remove depends_on",
                "select 1 from ${master_log} m, export e ~ with depends_on, write join instead of a comma between tables",
            })
    void refusesASelectThatReadsMoreThanItSays(String select, String message) {
        assertThatThrownBy(() -> check(HEAD + "depends_on: [days]\nselect: " + select + "\n"))
                .hasMessageStartingWith("mine.yaml:")
                .hasMessageEndingWith(message);
    }

    @Test
    void refusesUnknownPlaceholders() {
        assertThatThrownBy(() -> check(HEAD + "select: select '${form}'"))
                .hasMessage(
                        "mine.yaml:6: unknown placeholder \"form\"; valid values: column, feed, from, history, known,"
                                + " known_keys, master_log, names, now, status_keys, statuses, to, today, and days before such as from-28");
    }

    @Test
    void textsAndCommentsMayHoldAnything() {
        Check check =
                check(HEAD + "select: |\n  select 1 -- don't; delete ? ${form}\n  where 'a;b?' = 'delete from x'");
        assertThat(check.name()).isEqualTo("mine");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "name: Mine ~ name: mine ~ 1: \"Mine\" is not a valid check name; use lower-case letters, digits and _",
                "dimension: truth ~ dimension: validity"
                        + " ~ 3: \"truth\" is not one of completeness, uniqueness, validity, consistency, timeliness",
                "severity: bad ~ severity: warn ~ 4: \"bad\" is not one of warn, error",
                "allowed_percent: 101 ~ advice: a ~ 5: \"101\" is not from 0 to 100",
                "kind: counts ~ advice: a ~ 1: write either \"select\" or \"kind\"",
                "colour: red ~ advice: a ~ 5: unknown key \"colour\"; valid values: name, title, dimension, severity, select,"
                        + " rows, feeds, columns, days, depends_on, names, which, allowed_percent, advice, kind, options",
            })
    void refusesWrongKeysAndValues(String line, String instead, String message) {
        String yaml = HEAD.replaceAll("(?m)^" + Pattern.quote(instead) + "$", line) + "select: select 1\n";
        assertThatThrownBy(() -> check(yaml)).hasMessage("mine.yaml:" + message);
    }

    @Test
    void aKindHasItsOwnOptions() {
        String head = HEAD.replace("advice: a\n", "");
        assertThatThrownBy(() -> check(HEAD + "kind: counts"))
                .hasMessage("mine.yaml:5: \"advice\" is valid only in a check with \"select\"");
        assertThatThrownBy(() -> check(head + "kind: luck"))
                .hasMessage(
                        "mine.yaml:5: \"luck\" is not one of archive, arrivals, availability, clock_changes, counts, empty_marts,"
                                + " models_without_yields, outdated, rule_names, schema, spellings, weekday_counts, zone_match");
        assertThatThrownBy(() -> check(head + "kind: arrivals\noptions: {weeks: 3}"))
                .hasMessage("mine.yaml:6: unknown key \"weeks\"; valid values: days, short_percent, fewest_records");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "working_days: [] ~ name at least one working day",
                "working_days: [someday]"
                        + " ~ \"someday\" is not one of monday, tuesday, wednesday, thursday, friday, saturday, sunday",
                "closed_days: [tomorrow] ~ \"tomorrow\" is not a valid date; write it as 2025-04-15",
                "grace_hours: -1 ~ \"-1\" is not a whole number from 0 to 240",
                "holidays: [] ~ unknown key \"holidays\"; valid values: working_days, closed_days, grace_hours,"
                        + " expected_feeds, known_models, known_stations",
            })
    void refusesWrongSettings(String line, String reason) {
        assertThatThrownBy(() -> CheckSettings.of(Optional.of(YamlNode.parse("yieldline.yaml", line))))
                .hasMessage("yieldline.yaml:1: " + reason);
    }

    @Test
    void withoutSettingsThePlantWorksFromMondayToFriday() {
        assertThat(CheckSettings.of(Optional.empty()))
                .isEqualTo(CheckSettings.of(Optional.of(YamlNode.parse(
                        "yieldline.yaml", "working_days: [monday, tuesday, wednesday, thursday, friday]"))));
    }

    private static Check check(String yaml) {
        return CheckYaml.check("mine.yaml", YamlNode.parse("mine.yaml", yaml));
    }
}
