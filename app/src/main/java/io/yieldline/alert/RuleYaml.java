package io.yieldline.alert;

import io.yieldline.yaml.YamlNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The settings of one rule, with defaults. */
record RuleYaml(Optional<YamlNode> node) {
    private static final List<String> COMMON = List.of("on", "severity");

    /** The settings of a rule with these keys. */
    static RuleYaml of(Optional<YamlNode> rules, String rule, String... keys) {
        Optional<YamlNode> node = rules.flatMap(found -> found.find(rule));
        List<String> known = Stream.concat(COMMON.stream(), Stream.of(keys)).toList();
        node.ifPresent(found -> found.entries(known));
        return new RuleYaml(node);
    }

    boolean on() {
        return find("on").map(YamlNode::flag).orElse(true);
    }

    Severity severity(Severity otherwise) {
        return find("severity")
                .map(value -> Severity.of(value.oneOf(Severity.labels())))
                .orElse(otherwise);
    }

    Duration span(String key, Duration otherwise) {
        return find(key).map(YamlNode::duration).orElse(otherwise);
    }

    int whole(String key, int otherwise) {
        return find(key).map(value -> value.integer(1, 1_000_000)).orElse(otherwise);
    }

    Optional<YamlNode> find(String key) {
        return node.flatMap(found -> found.find(key));
    }
}
