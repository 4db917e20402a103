package io.yieldline.explain;

import java.util.Map;

/** Descriptions of conditions of a mart that are not met. */
final class Reason {
    /** Why no record of such a unit counts. */
    static final String EXCLUDED = "its serial number is excluded (excluded_serial_numbers in rules.yaml)";

    private static final Map<String, String> WORDS = Map.of(
            "in_scope", "out of scope: its flow or station is not production (rules.yaml)",
            "verdict = 'fail'", "not failed",
            "verdict = 'pass'", "not passed",
            "verdict in ('pass', 'fail')", "unjudged",
            "name_key(model) in (select r.name_key from rule_yield_model r)", "its model is not a model with yields");

    private Reason() {}

    static String of(String condition) {
        String bare = condition
                .replaceAll("\\b\\w+\\.(?=(in_scope|verdict|model)\\b)", "")
                .replace("select name_key", "select r.name_key");
        return WORDS.getOrDefault(bare, "not " + condition.replaceAll("\\s+", " "));
    }
}
