package io.yieldline.api;

import io.yieldline.UserError;
import io.yieldline.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Settings without secrets. */
final class SettingsView {
    private static final String HIDDEN = "(hidden)";

    /** Short words match only as whole words: "hourly" contains "url". */
    private static final Pattern SECRET = Pattern.compile(
            "password|secret|token|credential|webhook|authorization|(?<![a-z])(?:api)?keys?(?![a-z])|(?<![a-z])urls?(?![a-z])",
            Pattern.CASE_INSENSITIVE);

    private SettingsView() {}

    /** Mappings, lists and texts. The type of a node is found by trying to read it. */
    static @Nullable Object of(YamlNode node) {
        try {
            Map<String, @Nullable Object> shown = new LinkedHashMap<>();
            node.entries()
                    .forEach((key, value) -> shown.put(key, SECRET.matcher(key).find() ? HIDDEN : of(value)));
            return shown;
        } catch (UserError noMapping) {
            return listOrText(node);
        }
    }

    private static @Nullable Object listOrText(YamlNode node) {
        try {
            return node.items().stream().map(SettingsView::of).toList();
        } catch (UserError noList) {
            return text(node);
        }
    }

    private static @Nullable Object text(YamlNode node) {
        try {
            return node.text().matches("[a-z]+://[^/]*@.*") ? HIDDEN : node.text();
        } catch (UserError blank) {
            return null;
        }
    }
}
