package io.yieldline.explain;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern TWIN =
            Pattern.compile("not exists \\(\\s*select .*? from (\\w+)_master_log .*", Pattern.DOTALL);

    private Reason() {}

    static String of(String condition) {
        String bare = condition
                .replaceAll("\\b\\w+\\.(?=(in_scope|verdict|model)\\b)", "")
                .replace("select name_key", "select r.name_key");
        Matcher twin = TWIN.matcher(condition.replaceAll("\\s+", " "));
        return twin.matches()
                ? "counted as its record in the " + twin.group(1) + " log"
                : WORDS.getOrDefault(bare, "not " + condition.replaceAll("\\s+", " "));
    }
}
