package io.yieldline.explain;

import java.util.Map;

/** What it means that a condition of a mart does not hold, in the words of the plant where there are any. */
final class Reason {
    private static final Map<String, String> WORDS = Map.of(
            "in_scope", "out of scope: its flow or station is no production (rules.yaml)",
            "verdict = 'fail'", "not failed",
            "verdict = 'pass'", "not passed",
            "verdict in ('pass', 'fail')", "unjudged",
            "model in (select r.model from rule_yield_model r)", "its model is not among the models with yields");

    private Reason() {}

    static String of(String condition) {
        String bare = condition
                .replaceAll("\\b\\w+\\.(?=(in_scope|verdict|model)\\b)", "")
                .replace("select model", "select r.model");
        return WORDS.getOrDefault(bare, "not " + condition.replaceAll("\\s+", " "));
    }
}
