package io.yieldline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.plant.Profile;
import io.yieldline.plant.Rules;
import io.yieldline.source.Row.Kind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordParserTest extends RecordParserSuite {
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
}
