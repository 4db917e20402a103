package io.yieldline.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.UserError;
import io.yieldline.yaml.YamlNode;
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

    @Test
    void actionIsThatOfTheCode_unlessTheModelHasItsOwn() {
        assertThat(FailureCode.list(YamlNode.parse("rules.yaml", YAML), CODES))
                .containsExactly(
                        new FailureCode("EC077", null, "Retest", Map.of()),
                        new FailureCode("EC511", "GPU not found", "Scrap", Map.of("Tesla SXM5", "Hold")),
                        new FailureCode("ECnan", null, "Ask", Map.of()));
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void codesOfEveryProfile_areThoseOfTheOriginal(Profile profile) {
        List<FailureCode> codes =
                FailureCode.list(profile.rules(), Rules.ofProfile(profile).errorCode());

        assertThat(codes)
                .contains(
                        new FailureCode("EC077", null, "Retest (false failure)", Map.of()),
                        new FailureCode("EC363", null, "Scrap", Map.of("Tesla SXM5", "Hold for diagnosis by Nvidia")));
        assertThat(codes).extracting(FailureCode::code).isSorted();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            EC077: {action: Retest} ~ EC077: ~ 2: must be a list of "key: value" lines
            EC077: {action: Retest} ~ EC077: Retest ~ 2: must be a list of "key: value" lines
            EC077: {action: Retest} ~ EC077: {} ~ 2: "action" is missing
            {action: Retest} ~ {action: Retest, model: SXM6} ~ 2: unknown key "model"; valid values: description, action, models
            EC077 ~ EC511 ~ 3: "EC511" appears twice; keep one
            EC077 ~ EC0077 ~ 2: "EC0077" is not an error code of the rule error_code; valid codes begin with EC and have at most 3 characters more
            EC077 ~ 77 ~ 2: "77" is not an error code of the rule error_code; valid codes begin with EC and have at most 3 characters more
            EC077 ~ EC ~ 2: "EC" is not an error code of the rule error_code; valid codes begin with EC and have at most 3 characters more
            Tesla SXM5: Hold ~ Tesla SXM5: [Hold] ~ 7: must be a single value
            action: Scrap ~ action: ~ 4: "action" is missing
            """)
    void wrongCode_isRefusedWithItsLine(String from, String to, String message) {
        assertThat(YAML).contains(from);
        YamlNode yaml = YamlNode.parse("rules.yaml", YAML.replace(from, to));

        assertThatThrownBy(() -> FailureCode.list(yaml, CODES))
                .isInstanceOf(UserError.class)
                .hasMessage("rules.yaml:" + message);
    }
}
