package io.yieldline.plant;

import io.yieldline.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to do with a unit that failed with an error code. Stands in {@code rules.yaml} but apart from {@link Rules}: no number
 * depends on it, so a change makes no mart stale.
 *
 * @param code the error code, such as {@code EC077}
 * @param description what the code means; null where the rules do not say
 * @param action the recommended action
 * @param models the recommended action for units of these models instead
 */
public record FailureCode(String code, @Nullable String description, String action, Map<String, String> models) {
    static final String SECTION = "failure_codes";

    /** The failure codes in a rules file, in file order; none where the section is missing. */
    static List<FailureCode> list(YamlNode rules, ErrorCodeRule codes) {
        return rules.find(SECTION).map(YamlNode::entries).orElse(Map.of()).entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue(), codes))
                .toList();
    }

    private static FailureCode of(String code, YamlNode yaml, ErrorCodeRule codes) {
        if (!codes.canMake(code)) {
            throw yaml.wrong("\"" + code + "\" is not an error code of the rule error_code; valid codes begin with "
                    + codes.prefix() + " and have at most " + codes.characters() + " characters more");
        }
        yaml.entries(List.of("description", "action", "models"));
        return new FailureCode(
                code,
                yaml.find("description").map(YamlNode::text).orElse(null),
                yaml.get("action").text(),
                yaml.find("models").map(FailureCode::actions).orElse(Map.of()));
    }

    private static Map<String, String> actions(YamlNode yaml) {
        Map<String, String> actions = new LinkedHashMap<>();
        yaml.entries().forEach((model, action) -> actions.put(model, action.text()));
        return actions;
    }
}
