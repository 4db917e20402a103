package io.yieldline.quality;

import io.yieldline.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** The options of a check. */
final class Options {
    private final Optional<YamlNode> yaml;

    Options(Optional<YamlNode> yaml) {
        this.yaml = yaml;
    }

    /** Refuses unknown options. */
    Options known(String... keys) {
        yaml.ifPresent(node -> node.entries(List.of(keys)));
        return this;
    }

    int number(String key, int otherwise) {
        return yaml.flatMap(node -> node.find(key))
                .map(node -> node.integer(0, 1_000_000))
                .orElse(otherwise);
    }

    List<String> texts(String key) {
        return yaml.flatMap(node -> node.find(key)).map(YamlNode::texts).orElse(List.of());
    }

    String text(String key, String otherwise) {
        return yaml.flatMap(node -> node.find(key)).map(YamlNode::text).orElse(otherwise);
    }
}
