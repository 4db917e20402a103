package io.yieldline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.plant.Profile;
import io.yieldline.plant.Rules;
import io.yieldline.source.Row;
import io.yieldline.source.Row.Kind;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordParserTest {
    private static final String START = "History station start time";
    private static final String END = "History station end time";
    private static final String STATUS = "History station passing status";
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private Rules rules = Rules.ofProfile(Profile.PLANT);
    private @Nullable RecordParser parser;

    @ParameterizedTest
    @CsvSource(textBlock = """
            SN,               1321025000001,             serial_number,  1321025000001
            SN,               '：\t1321025000001 ',       serial_number,  1321025000001
            operator,         ' Ann B ',                 operator,       Ann B
            operator,         '   ',                     operator,       null
            Workstation Name, Assembley,                 station,        Assembley
            Model,            SXM6,                      model,          SXM6
            Service Flow,     NC Sort,                   in_scope,       false
            Service Flow,     ro,                        in_scope,       false
            Service Flow,     '',                        in_scope,       false
            Service Flow,     NC PG506,                  in_scope,       true
            Workstation Name, sorting,                   in_scope,       false
            """)
    void text_isCleaned(String header, String cell, String column, String value) {
        assertThat(value(workstation(Map.of(header, cell)), column)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"Pass,pass", "PASS,pass", "Fail,fail", "Scrap,fail", "Serving,none", "'',none", "Odd,none"})
    void status_isJudgedByTheRules(String status, String verdict) {
        assertThat(value(workstation(Map.of(STATUS, status)), "verdict")).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"Serving,fail", "'',fail", "Odd,fail", "Pass,pass"})
    void status_isAFailureForTheOriginalUnlessItIsPass(String status, String verdict) {
        rules = Rules.ofProfile(Profile.ETL_V2);

        assertThat(value(workstation(Map.of(STATUS, status)), "verdict")).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "028002001_071100020077, EC077",
        "020025006_na, EC006",
        "_na, EC_na",
        "77, EC77",
        "'', null",
    })
    void failureReasons_giveTheErrorCode(String reasons, String code) {
        assertThat(value(testboard(Map.of("Failure reasons", reasons)), "error_code"))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"020025006_na, EC_na", "'', ECnan"})
    void failureReasons_giveTheErrorCodeOfTheOriginal(String reasons, String code) {
        rules = Rules.ofProfile(Profile.ETL_V2);

        assertThat(value(testboard(Map.of("Failure reasons", reasons)), "error_code"))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-04-01 11:30:00, 2025-03-31T23:30, 2025-03-31, 23",
        "2025-01-15 13:00:00, 2025-01-15T00:00, 2025-01-15, 0",
        "2025-03-09 15:30:00, 2025-03-09T03:30, 2025-03-09, 3",
        "2025-11-02 13:30:00, 2025-11-02T01:30, 2025-11-02, 1",
        "2025-11-02 14:30:00, 2025-11-02T01:30, 2025-11-02, 1",
    })
    void timeInChina_becomesPlantTime(String china, String plant, String day, String hour) {
        Parsed test = testboard(Map.of(START, china, END, china));

        assertThat(value(test, "ended_at")).isEqualTo(plant);
        assertThat(value(test, "day")).isEqualTo(day);
        assertThat(value(test, "hour")).isEqualTo(hour);
    }

    @Test
    void timeInChina_staysForTheOriginal() {
        rules = Rules.ofProfile(Profile.ETL_V2);

        assertThat(value(testboard(Map.of(END, "2025-04-01 11:30:00")), "ended_at"))
                .isEqualTo("2025-04-01T11:30");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-04-01 08:00:00, 2025-04-01 09:30:10, 5410",
        "2025-03-09 01:30:00, 2025-03-09 03:30:00, 3600",
        "2025-11-02 00:30:00, 2025-11-02 02:30:00, 10800",
        "2025-11-02 00:30:00, 2025-11-02 01:10:00, 2400",
        "2025-11-02 01:50:00, 2025-11-02 01:10:00, 1200",
        "2025-11-02 01:10:00, 2025-11-02 01:50:00, 2400",
        "2025-11-02 01:50:00, 2025-11-02 00:50:00, -3600",
        "2025-11-02 02:10:00, 2025-11-02 01:50:00, -1200",
        "2021-04-01 08:00:00, 2025-04-01 08:00:00, 126230400",
        "'', 2025-04-01 08:00:00, 0",
    })
    void duration_countsTheHourThatAClockChangeTakesOrGives(String start, String end, String seconds) {
        assertThat(value(workstation(Map.of(START, start, END, end)), "duration_seconds"))
                .isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-04-05 07:08:09, 2025-04-05T07:08:09",
        "2025/4/5 7:08, 2025-04-05T07:08",
        "2025-04-05T07:08:09.5, 2025-04-05T07:08:09.500",
        "2025-04-05 07:08:09.123456789, 2025-04-05T07:08:09.123456",
        "9999-12-31 00:00:00, 9999-12-31T00:00",
        "2025/4/5 07:08:09 PM, 2025-04-05T19:08:09",
        "2025-04-05 12:08:09 am, 2025-04-05T00:08:09",
        "2025-04-05 12:30:00 p.m., 2025-04-05T12:30",
        "2025年4月5日 下午 7:08:09, 2025-04-05T19:08:09",
        "2025.04.05 07:08:09, 2025-04-05T07:08:09",
        "'2025-04-05 07:08:09,250', 2025-04-05T07:08:09.250",
        "2025-04-05 07:08:09:250, 2025-04-05T07:08:09.250",
        "2025-04-05T11:08:09Z, 2025-04-05T07:08:09",
        "2025-04-05T11:08:09.125Z, 2025-04-05T07:08:09.125",
        "2025-04-05 19:08:09+08:00, 2025-04-05T07:08:09",
        "2025-04-05 19:08:09 +0800, 2025-04-05T07:08:09",
        "2025-04-05 07:08:09 PM UTC+8, 2025-04-05T07:08:09",
        "2025-04-05 07:08:09 -04, 2025-04-05T07:08:09",
    })
    void time_isReadWithTheYearFirst(String cell, String time) {
        assertThat(value(workstation(Map.of(END, cell)), "ended_at")).isEqualTo(time);
    }

    /** Where it was written, it is a time of the first or the last year. */
    @ParameterizedTest
    @ValueSource(strings = {"1000-01-01 00:30:00+12:00", "9999-12-31 23:30:00-11:00"})
    void time_outsideTheCalendarOfThePlant_isNone(String cell) {
        Rejection rejection = (Rejection) workstation(Map.of(END, cell));
        assertThat(rejection.message()).contains("\"" + cell + "\" is not a valid timestamp");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-04-05 7:08, false",
        "2025-04-05T07:08+08:00, false",
        "2025-04-05 07:08 PM, false",
        "2025-04-05 07:08Z, false",
        "2025-04-05T07:08:00+08:00, true",
        "2025-04-05 7:08:00, true",
    })
    void time_hasSecondsOrNot_whateverItsOffset(String cell, boolean seconds) {
        Record record = (Record) workstation(Map.of(END, cell));

        assertThat(record.withoutSeconds() == null).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource({
        "04/05/2025 10:00:00",
        "2025-02-30 10:00:00",
        "2025-13-01 10:00:00",
        "2025-04-05 24:00:00",
        "2025-04-05 13:00:00 AM",
        "2025-04-05 00:10:00 PM",
        "2025-04-05 07:08:09 EST",
        "2025-04-05 07:08:09 +99:00",
        "2025-04-05",
        "0000-00-00 00:00:00",
        "0001-01-01 00:00:00",
        "2025-04-05",
        "soon",
    })
    void time_thatIsNone_isRejected(String cell) {
        assertThat(message(workstation(Map.of(END, cell))))
                .isEqualTo("row 7: History station end time \"" + cell
                        + "\" is not a valid timestamp; write it as 2025-04-15 13:45:00");
    }

    @ParameterizedTest
    @CsvSource({"SN", "Workstation Name", "History station end time"})
    void blankWhereEveryRowNeedsAValue_isRejected(String header) {
        assertThat(message(workstation(Map.of(header, " "))))
                .isEqualTo("row 7: " + header + " is blank; every row needs it");
    }

    @Test
    void junkAlone_isABlankSerialNumber() {
        assertThat(message(workstation(Map.of("SN", "：--")))).isEqualTo("row 7: SN is blank; every row needs it");
    }

    @Test
    void number_thatIsNone_isRejected() {
        assertThat(message(testboard(Map.of("Number of times baseboard is used", "few"))))
                .isEqualTo("row 7: Number of times baseboard is used \"few\" is not a valid number");
        assertThat(message(testboard(Map.of("Number of times baseboard is used", "1.5"))))
                .isEqualTo("row 7: Number of times baseboard is used \"1.5\" is not a valid number");
    }

    @Test
    void numbersThatASpreadsheetProgramHasShortened_areRejected_asTheyStandInTheFile() {
        for (String serial : List.of("1.65403E+12", "1,65403E+12", "2E+12", "1.65403e+12")) {
            assertThat(message(workstation(Map.of("SN", serial))))
                    .startsWith("row 7: SN \"" + serial + "\" is a number that a spreadsheet program has shortened");
        }
        for (String serial : List.of("1E5", "E+12", "12E34", "ABC1E+", "1.65403")) {
            assertThat(workstation(Map.of("SN", serial))).as(serial).isInstanceOf(Record.class);
        }
    }

    @Test
    void errorsAndWordsForBlank_areBlank_whereAColumnOnlyDescribes() {
        for (String blank : List.of("#N/A", "#DIV/0!", "NULL", "nan", "-", "\\N")) {
            assertThat(value(workstation(Map.of("operator", blank)), "operator"))
                    .as(blank)
                    .isEqualTo("null");
        }
        assertThat(message(workstation(Map.of("Model", "#REF!")))).contains("is a spreadsheet error");
        assertThat(value(workstation(Map.of("Service Flow", "N/A")), "flow")).isEqualTo("null");
        assertThat(message(workstation(Map.of("Workstation Name", "null"))))
                .isEqualTo("row 7: Workstation Name is blank; every row needs it");
        assertThat(cleaned(Map.of("operator", "#N/A", "Service Flow", "None")))
                .isEqualTo("Service Flow: words for blank 1; operator: errors as blank 1");
    }

    @Test
    void cellsThatTheFileItselfCallsWrong_areRejected() {
        assertThat(message(parse("workstation", cells("workstation", Map.of("Model", "#N/A")), Kind.ERROR, "Model")))
                .isEqualTo("row 7: Model \"#N/A\" is a spreadsheet error; fix the formula and export again");
        assertThat(message(parse(
                        "workstation", cells("workstation", Map.of("SN", "9007199254740994")), Kind.IMPRECISE, "SN")))
                .isEqualTo(
                        "row 7: SN \"9007199254740994\" is too long for a numeric cell and lost its last digits; export it as text");
    }

    @Test
    void rejection_keepsAllCells() {
        Rejection rejection = (Rejection) workstation(Map.of("SN", " ", "operator", " Ann "));

        assertThat(rejection.cells()).contains(" ", " Ann ", "VI2");
    }

    @Test
    void strippedJunk_isCounted() {
        assertThat(cleaned(Map.of("SN", "：1321025000001"))).isEqualTo("SN: scanner prefixes 1");
        assertThat(cleaned(Map.of("SN", " 1321025000001 "))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SN, 1321025000009, false, true",
        "Workstation Name, FQC, false, false",
        "Workstation Name, Vi2, true, false",
        "History station end time, 2025-04-01 08:00:01, false, true",
        "History station start time, 2025-04-01 07:00:01, false, true",
        "History station passing status, Fail, true, false",
        "operator, Bob, true, false",
        "operator, ' Ann ', true, true",
        "Outbound version, B, true, true",
        "Hours, 1.5, true, true",
        "day, 12, true, true",
        "TAT, 3, true, true",
        "station reason, wear, true, true",
    })
    void change_makesAnotherEventOrAnotherVersionOrNeither(
            String header, String cell, boolean sameEvent, boolean sameContent) {
        Record plain = (Record) workstation(Map.of());
        Record changed = (Record) workstation(Map.of(header, cell));

        assertThat(changed.identity().equals(plain.identity())).as("same event").isEqualTo(sameEvent);
        assertThat(changed.content().equals(plain.content())).as("same content").isEqualTo(sameContent);
    }

    @Test
    void rulesAndZone_changeNeitherIdentityNorContent() {
        Record plant = (Record) testboard(Map.of());
        rules = Rules.ofProfile(Profile.ETL_V2);
        Record original = (Record) testboard(Map.of());

        assertThat(original.identity()).isEqualTo(plant.identity());
        assertThat(original.content()).isEqualTo(plant.content());
    }

    private String cleaned(Map<String, String> changes) {
        parse("workstation", cells("workstation", changes), Kind.TEXT, "");
        return Objects.requireNonNull(parser).cleanings().words();
    }

    private Parsed workstation(Map<String, String> changes) {
        return parse("workstation", cells("workstation", changes), Kind.TEXT, "");
    }

    private Parsed testboard(Map<String, String> changes) {
        return parse("testboard", cells("testboard", changes), Kind.TEXT, "");
    }

    private static Map<String, String> cells(String feed, Map<String, String> changes) {
        Map<String, String> cells = new LinkedHashMap<>();
        Feeds.builtIn().named(feed).columns().forEach(column -> cells.put(column.header(), null));
        cells.put("SN", "1321025000001");
        cells.put("Workstation Name", "VI2");
        cells.put(START, "2025-04-01 07:00:00");
        cells.put(END, "2025-04-01 08:00:00");
        cells.put(STATUS, "Pass");
        cells.put("operator", "Ann");
        changes.forEach((header, cell) -> cells.put(known(cells, header), cell.isEmpty() ? null : cell));
        return cells;
    }

    private static String known(Map<String, String> cells, String header) {
        return cells.keySet().stream()
                .filter(header::equalsIgnoreCase)
                .findFirst()
                .orElseThrow();
    }

    private Parsed parse(String feed, Map<String, String> cells, Kind kind, String header) {
        List<String> headers = new ArrayList<>(cells.keySet());
        Kind[] kinds = new Kind[headers.size()];
        Arrays.setAll(kinds, i -> headers.get(i).equals(header) ? kind : Kind.TEXT);
        HeaderMatch match = Feeds.builtIn().match(headers);
        assertThat(match.feed().name()).isEqualTo(feed);
        parser = new RecordParser(match, rules, NEW_YORK);
        return parser.parse(new Row(7, cells.values().toArray(String[]::new), kinds));
    }

    private static String value(Parsed parsed, String column) {
        assertThat(parsed).isInstanceOf(Record.class);
        Record record = (Record) parsed;
        Feed feed = Feeds.builtIn().named(ofTestBoard(record) ? "testboard" : "workstation");
        return String.valueOf(record.values()[names(feed).indexOf(column)]);
    }

    private static boolean ofTestBoard(Record record) {
        return record.values().length
                == names(Feeds.builtIn().named("testboard")).size();
    }

    private static List<String> names(Feed feed) {
        List<String> names = new ArrayList<>();
        feed.storedColumns().forEach(column -> names.add(column.name()));
        feed.derivedColumns().forEach(column -> names.add(column.column()));
        return names;
    }

    private static String message(Parsed parsed) {
        assertThat(parsed).isInstanceOf(Rejection.class);
        return ((Rejection) parsed).message();
    }
}
