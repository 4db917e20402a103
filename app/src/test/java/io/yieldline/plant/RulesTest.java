package io.yieldline.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.UserError;
import io.yieldline.yaml.YamlNode;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {
    private static final String PLANT = Profile.PLANT.rulesText();

    @Test
    void rulesOfThePlant_areThoseOfItsEngineers() {
        Rules rules = Rules.ofProfile(Profile.PLANT);

        assertThat(rules.convertZones()).isTrue();
        assertThat(rules.productionScope())
                .isEqualTo(new ProductionScope(false, List.of("NC Sort", "RO"), List.of("SORTING")));
        assertThat(rules.yieldModels()).containsExactly("Tesla SXM4", "Tesla SXM5", "SXM6");
        assertThat(rules.focusedRolledYield())
                .containsEntry("Tesla SXM4", List.of("VI2", "ASSY2", "FI", "FQC"))
                .containsEntry("SXM6", List.of("BBD", "ASSY2", "FI", "FQC"));
        assertThat(rules.completeRolledYieldExcluded()).containsExactly("*REPAIR*", "SCRAP", "*DEBUG*");
        assertThat(rules.outputDayRoll()).isEqualTo(Map.of(DayOfWeek.SATURDAY, 1, DayOfWeek.SUNDAY, 2));
        assertThat(rules.stations()).isEqualTo(Map.of("packing", List.of("PACKING"), "sort_test", List.of("TEST")));
        assertThat(rules.sortCodes()).isEqualTo(Map.of("Tesla SXM4", "506", "Tesla SXM5", "520"));
        assertThat(rules.errorCode()).isEqualTo(new ErrorCodeRule("EC", 3, List.of("_na"), null));
    }

    @Test
    void rulesOfTheOriginal_differWhereItWasWrong() {
        Rules rules = Rules.ofProfile(Profile.ETL_V2);

        assertThat(rules.convertZones()).isFalse();
        assertThat(rules.verdict(null)).isEqualTo(Verdict.FAIL);
        assertThat(rules.productionScope()).isEqualTo(new ProductionScope(true, List.of("NC Sort", "RO"), List.of()));
        assertThat(rules.completeRolledYieldExcluded()).isEmpty();
        assertThat(rules.errorCode()).isEqualTo(new ErrorCodeRule("EC", 3, List.of(), "ECnan"));
    }

    @Test
    void statusesAreAlikeWithoutCaseAndBlanks() {
        Rules rules = Rules.ofProfile(Profile.PLANT);
        assertThat(rules.verdict(" p ASS")).isEqualTo(Verdict.PASS);
        assertThat(rules.verdict("Odd")).isEqualTo(Verdict.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            convert_zones: true ~ convert_zones: maybe ~ 5: "maybe" is not valid; write true or false
            convert_zones: true ~ `` ~ 8: "convert_zones" is missing
            Scrap: fail ~ Scrap: failed ~ 11: "failed" is not one of pass, fail, none
            Scrap: fail ~ Pass: fail ~ 11: "Pass" appears twice; keep one
            blank_status: none ~ blank_status: ~ 5: "blank_status" is missing
            blank_flow: out ~ blank_flow: no ~ 18: "no" is not one of in, out
            excluded_flows ~ exclude_flows ~ 19: unknown key "exclude_flows"; valid values: blank_flow, excluded_flows, excluded_stations
            [Tesla SXM4, Tesla SXM5, SXM6] ~ SXM6 ~ 23: must be a list
            saturday: 1 ~ saturday: 7 ~ 37: "7" is not a whole number from 0 to 6
            saturday: 1 ~ samstag: 1 ~ 37: unknown key "samstag"; valid values: monday, tuesday, wednesday, thursday, friday, saturday, sunday
            packing: [PACKING] ~ paking: [PACKING] ~ 42: unknown key "paking"; valid values: packing, sort_test
            packing: [PACKING] ~ `` ~ 43: "packing" is missing
            excluded_stations: ["*REPAIR*" ~ excluded: ["*REPAIR*" ~ 33: unknown key "excluded"; valid values: excluded_stations
            last_characters: 3 ~ last_characters: 0 ~ 53: "0" is not a whole number from 1 to 50
            prefix: EC ~ prefix: ~ 52: "prefix" is missing
            failure_codes: ~ failure_code: ~ 77: unknown key "failure_code"; valid values: convert_zones, verdicts, blank_status, unknown_status, production_scope, yield_models, focused_rolled_yield, complete_rolled_yield, output_day_roll, stations, sort_codes, error_code, day_starts, shifts, excluded_serial_numbers, failure_codes, targets, annotations, scrap_statuses
            """)
    void wrongRule_isRefusedWithItsLine(String from, String to, String message) {
        assertThat(PLANT).contains(from);
        YamlNode yaml = YamlNode.parse("rules.yaml", PLANT.replace(from, to));

        assertThatThrownBy(() -> Rules.of(yaml)).isInstanceOf(UserError.class).hasMessage("rules.yaml:" + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            day_starts: 6:00 ~ "6:00" is not a valid time of day; write it as 06:00
            day_starts: 24:00 ~ "24:00" is not a valid time of day; write it as 06:00
            shifts: {early: 06:00, late: 14:00} ~ no shift starts at 00:00, when the day starts; correct day_starts, or add the shift
            shifts: {night: 00:00, late: 00:00} ~ two shifts start at the same time
            excluded_serial_numbers: GOLDEN* ~ must be a list
            excluded_serial_numbers: ["G*", "-*"] ~ "-*" matches every serial number; write a part of those to exclude
            """)
    void wrongRuleOfTheProduction_isRefused(String rule, String message) {
        YamlNode yaml = YamlNode.parse("rules.yaml", PLANT + "\n" + rule + "\n");

        assertThatThrownBy(() -> Rules.of(yaml)).isInstanceOf(UserError.class).hasMessageEndingWith(message);
    }

    /** Databases keep the text of the rules by which their records were judged: another one would judge all of them again. */
    @Test
    void textOfRules_isWhatJavaWritesOfRecords() {
        record Shown(boolean flag, List<String> names, Map<DayOfWeek, Integer> roll, String missing, Verdict verdict) {}
        Shown shown = new Shown(true, List.of("a", "b"), Map.of(DayOfWeek.SUNDAY, 2), null, Verdict.FAIL);

        assertThat(RecordText.of(shown)).isEqualTo(shown.toString());
        assertThat(Rules.ofProfile(Profile.PLANT).toString())
                .startsWith("Rules[convertZones=true, verdicts={")
                .contains("errorCode=ErrorCodeRule[prefix=EC, characters=3, skippedSuffixes=[_na], blank=null]")
                .endsWith("excludedSerialNumbers=ExcludedSerialNumbers[patterns=[]]]");
    }

    @Test
    void shift_isThatOfTheTimeOfDay_inTheOrderOfTheProductionDay() {
        ProductionDay day = Rules.of(YamlNode.parse(
                        "rules.yaml",
                        PLANT + "\nday_starts: 06:30\nshifts: {late: 14:30, night: 22:30, early: 06:30}\n"))
                .productionDay();

        assertThat(day.shifts().keySet()).containsExactly("early", "late", "night");
        assertThat(Stream.of("06:29", "06:30", "14:29", "14:30", "22:30", "00:00")
                        .map(time -> day.shift(LocalTime.parse(time))))
                .containsExactly("night", "early", "early", "late", "night", "night");
        assertThat(Rules.ofProfile(Profile.PLANT).productionDay().shift(LocalTime.NOON))
                .isNull();
    }
}
