package io.yieldline.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.UserError;
import io.yieldline.yaml.YamlNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FailureCodeTest {
    private static final ErrorCodeRule CODES = new ErrorCodeRule("EC", 3, List.of("_na"), "ECnan");

    private static final String YAML = """
            failure_codes:
              EC077: {action: Retest}
              EC511:
                action: Scrap
                description: GPU not found
                models:
                  Tesla SXM5: Hold
              ECnan: {action: Ask}
            """;

    private static final String CHANGED = """
            failure_codes:
              EC077:
                - {action: Retest}
                - {description: Timeout, action: Scrap, owner: Test, from: 2025-06-01, models: {SXM6: Hold}}
              Scratch on GPU: {action: Polish}
            """;

    @Test
    void theNewestEntryOfACodeThatHasBegunIsInForce() {
        FailureCodes codes = codes(CHANGED);

        assertThat(codes.of("ec077", LocalDate.parse("2025-05-31")))
                .contains(new FailureCode("EC077", null, "Retest", Map.of(), null, null));
        assertThat(codes.of("EC077", LocalDate.parse("2025-06-01")))
                .contains(new FailureCode(
                        "EC077", "Timeout", "Scrap", Map.of("SXM6", "Hold"), "Test", LocalDate.parse("2025-06-01")));
        assertThat(codes.on(LocalDate.parse("2025-05-31")))
                .extracting(FailureCode::code)
                .containsExactly("EC077", "Scratch on GPU");
    }

    @Test
    void aSectionIsWrittenAsItIsRead() {
        FailureCodes codes = codes(CHANGED);
        assertThat(codes.yaml()).isEqualTo(CHANGED);

        FailureCode odd = new FailureCode(
                "077", "a: \"b\"", "no", Map.of("Tesla, SXM4", "#1"), "Ann", LocalDate.parse("2025-07-01"));
        FailureCodes more = codes.with(odd)
                .with(new FailureCode("EC077", null, "Debug", Map.of(), null, LocalDate.parse("2025-07-01")));
        assertThat(codes(more.yaml())).isEqualTo(more);
        assertThat(more.all())
                .extracting(FailureCode::words)
                .containsExactly(
                        "EC077",
                        "EC077 from 2025-06-01",
                        "EC077 from 2025-07-01",
                        "Scratch on GPU",
                        "077 from 2025-07-01");
        assertThat(more.without(odd)
                        .with(new FailureCode("EC077", null, "Ask", Map.of(), null, null))
                        .all()
                        .get(0)
                        .action())
                .isEqualTo("Ask");
        assertThat(new FailureCodes(List.of()).yaml()).isEqualTo("failure_codes: {}\n");
    }

    private static FailureCodes codes(String yaml) {
        return FailureCodes.of(YamlNode.parse("rules.yaml", yaml), CODES);
    }

    @Test
    void actionIsThatOfTheCode_unlessTheModelHasItsOwn() {
        assertThat(codes(YAML).all())
                .containsExactly(
                        new FailureCode("EC077", null, "Retest", Map.of(), null, null),
                        new FailureCode("EC511", "GPU not found", "Scrap", Map.of("Tesla SXM5", "Hold"), null, null),
                        new FailureCode("ECnan", null, "Ask", Map.of(), null, null));
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void codesOfEveryProfile_areThoseOfTheOriginal(Profile profile) {
        List<FailureCode> codes = FailureCodes.of(
                        profile.rules(), Rules.ofProfile(profile).errorCode())
                .all();

        assertThat(codes)
                .contains(
                        new FailureCode("EC077", null, "Retest (false failure)", Map.of(), null, null),
                        new FailureCode(
                                "EC363",
                                null,
                                "Scrap",
                                Map.of("Tesla SXM5", "Hold for diagnosis by Nvidia"),
                                null,
                                null));
        assertThat(codes).extracting(FailureCode::code).isSorted();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            EC077: {action: Retest} ~ EC077: ~ 2: must be a list of "key: value" lines
            EC077: {action: Retest} ~ EC077: Retest ~ 2: must be a list of "key: value" lines
            EC077: {action: Retest} ~ EC077: {} ~ 2: "action" is missing
            {action: Retest} ~ {action: Retest, model: SXM6} ~ 2: unknown key "model"; valid values: description, action, models, owner, from
            EC077 ~ EC511 ~ 3: "EC511" appears twice; keep one
            EC077 ~ EC0077 ~ 2: "EC0077" is not an error code of the rule error_code; these begin with EC and have at most 3 characters more
            EC077: {action: Retest} ~ EC077: [{action: Retest}, {action: Scrap}] ~ 2: there are two entries for EC077; keep one
            {action: Retest} ~ {action: Retest, from: May} ~ 2: "May" is not a valid date; write it as 2025-04-15
            EC077 ~ EC ~ 2: "EC" is not an error code of the rule error_code; these begin with EC and have at most 3 characters more
            Tesla SXM5: Hold ~ Tesla SXM5: [Hold] ~ 7: must be a single value
            action: Scrap ~ action: ~ 4: "action" is missing
            """)
    void wrongCode_isRefusedWithItsLine(String from, String to, String message) {
        assertThat(YAML).contains(from);
        YamlNode yaml = YamlNode.parse("rules.yaml", YAML.replace(from, to));

        assertThatThrownBy(() -> FailureCodes.of(yaml, CODES))
                .isInstanceOf(UserError.class)
                .hasMessage("rules.yaml:" + message);
    }
}
