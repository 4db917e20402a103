package io.yieldline.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.UserError;
import io.yieldline.yaml.YamlNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {
    private static final LocalDate APRIL = LocalDate.of(2025, 4, 15);
    private static final LocalDate MAY = LocalDate.of(2025, 5, 15);
    private static final String MODELS = "yield_models: [Tesla SXM4, SXM6]\n";

    private static Targets targets(String... lines) {
        return Targets.of(
                YamlNode.parse("rules.yaml", MODELS + "targets:\n  - {" + String.join("}\n  - {", lines) + "}"));
    }

    private static Optional<String> of(Targets targets, Measure measure, String model, String station, LocalDate day) {
        return targets.of(measure, model, station, day).map(BigDecimal::toPlainString);
    }

    @Test
    void theMostSpecificCounts_thenTheNewest() {
        Targets targets = targets(
                "yield: 90",
                "yield: 91, model: tesla sxm4",
                "yield: 92, model: Tesla SXM4, from: 2025-05-01",
                "yield: 97.5, station: FI",
                "yield: 98, model: Tesla SXM4, station: FI, to: 2025-04-30");

        assertThat(of(targets, Measure.YIELD, "SXM6", "BAT", APRIL)).contains("90");
        assertThat(of(targets, Measure.YIELD, "Tesla SXM4", null, APRIL)).contains("91");
        assertThat(of(targets, Measure.YIELD, "Tesla SXM4", null, MAY)).contains("92");
        assertThat(of(targets, Measure.YIELD, "Tesla SXM4", "fi", APRIL)).contains("98");
        assertThat(of(targets, Measure.YIELD, "Tesla SXM4", "FI", MAY)).contains("97.5");
        assertThat(of(targets, Measure.FIRST_PASS_YIELD, "Tesla SXM4", "FI", MAY))
                .isEmpty();
    }

    @Test
    void aTargetOfAModelIsNotThatOfAll() {
        assertThat(of(targets("yield: 90, model: SXM6"), Measure.YIELD, null, null, MAY))
                .isEmpty();
        assertThat(of(targets("yield: 90, station: FI"), Measure.YIELD, "SXM6", null, MAY))
                .isEmpty();
    }

    @Test
    void packedOfTheDay_isThatOfThePlant_elseTheSumOfTheModels() {
        Targets models =
                targets("packed: 100, model: A", "packed: 120, model: A, from: 2025-05-01", "packed: 7, model: B");

        assertThat(models.packed(APRIL)).contains(BigDecimal.valueOf(107));
        assertThat(models.packed(MAY)).contains(BigDecimal.valueOf(127));
        assertThat(targets("packed: 100, model: A", "packed: 300").packed(MAY)).contains(BigDecimal.valueOf(300));
        assertThat(targets("packed: 300, from: 2025-05-01").packed(APRIL)).isEmpty();
    }

    @Test
    void everyDayOfItsRangeIsInForce() {
        Targets targets = targets("packed: 5, from: 2025-04-15, to: 2025-04-15");

        assertThat(targets.packed(APRIL)).isPresent();
        assertThat(targets.packed(APRIL.minusDays(1))).isEmpty();
        assertThat(targets.packed(APRIL.plusDays(1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            yield: 101 ~ "101" is not from 0 to 100
            yield: 0.95 ~ "0.95" is less than 1 percent; write 95 for 95 %
            yield: much ~ "much" is not a number
            packed: 1.5 ~ "1.5" is not a whole number from 1 to 1000000
            model: SXM6 ~ a target has exactly one of yield, first_pass_yield, rolled_yield, packed
            yield: 95, packed: 3 ~ a target has exactly one of yield, first_pass_yield, rolled_yield, packed
            yield: 95, models: SXM6 ~ unknown key "models"; valid values: yield, first_pass_yield, rolled_yield, packed, model, station, from, to
            yield: 95, model: SXM7 ~ "SXM7" has no yields; models with yields: Tesla SXM4, SXM6
            packed: 9, station: FI ~ packed is of a model, not of a station; remove the station
            rolled_yield: 9, station: FI ~ rolled_yield is of a model, not of a station; remove the station
            yield: 95, from: 2025-05-02, to: 2025-05-01 ~ the target ends on 2025-05-01, before it begins on 2025-05-02
            yield: 95, from: 1.5.2025 ~ "1.5.2025" is not a valid date; write it as 2025-04-15
            """)
    void aWrongTargetIsRefused_withFileAndLine(String line, String reason) {
        assertThatThrownBy(() -> targets("yield: 90", line))
                .isInstanceOf(UserError.class)
                .hasMessage("rules.yaml:4: " + reason);
    }

    @Test
    void twoForTheSameFromTheSameDayAreRefused() {
        assertThatThrownBy(() -> targets("yield: 90, model: SXM6", "yield: 91, model: sxm6, to: 2025-05-01"))
                .hasMessage("rules.yaml:4: there are two targets for yield of sxm6 to 2025-05-01; keep one");
    }

    @Test
    void aTargetFromItsParts_isCheckedInTheSameWay() {
        Rules rules = Rules.ofProfile(Profile.PLANT);

        assertThat(Target.of(Map.of("yield", "98.50", "model", "SXM6"), rules).words())
                .isEqualTo("yield of SXM6");
        assertThatThrownBy(() -> Target.of(Map.of("yield", "98 %"), rules)).hasMessage("\"98 %\" is not a number");
    }

    @Test
    void whatIsWritten_isRead() {
        Targets targets = targets(
                "yield: 97.50, model: Tesla SXM4, station: FI, from: 2025-04-01, to: 2025-04-30",
                "packed: 12, model: \"a: \\\"b\\\" #1\"",
                "rolled_yield: 80, model: \"SXM6\"");

        assertThat(Targets.of(YamlNode.parse("rules.yaml", MODELS + targets.yaml())))
                .isEqualTo(targets);
        assertThat(Targets.of(YamlNode.parse("rules.yaml", MODELS + Targets.NONE.yaml())))
                .isEqualTo(Targets.NONE);
    }

    @Test
    void noNumberDependsOnThem() {
        YamlNode without = Profile.PLANT.rules();
        YamlNode with = YamlNode.parse("rules.yaml", Profile.PLANT.rulesText() + "targets: [{yield: 95}]\n");

        assertThat(Rules.of(with).fingerprint()).isEqualTo(Rules.of(without).fingerprint());
    }
}
