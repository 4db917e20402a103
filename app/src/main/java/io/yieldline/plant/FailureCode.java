package io.yieldline.plant;

import io.yieldline.NameKey;
import io.yieldline.UserError;
import io.yieldline.yaml.YamlNode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to do with a unit that failed with an error code or station reason, from a day on. Stands in {@code rules.yaml} but apart from
 * {@link Rules}: no number depends on it, so a change makes no mart stale.
 *
 * @param code the error code, such as {@code EC077}, or the station reason of the workstation log
 * @param description what the code means; null where the rules do not say
 * @param action the recommended action
 * @param models the recommended action for units of these models instead
 * @param owner who answers for the code; null where the rules do not say
 * @param from the first day; null if it has always been in force
 */
public record FailureCode(
        String code,
        @Nullable String description,
        String action,
        Map<String, String> models,
        @Nullable String owner,
        @Nullable LocalDate from) {
    private static final List<String> KEYS = List.of("description", "action", "models", "owner", "from");

    /** A copy that nobody changes. */
    public FailureCode {
        models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
    }

    /** Reads what the rules say of a code from a day on. */
    static FailureCode of(String code, YamlNode yaml, ErrorCodeRule codes) {
        if (code.startsWith(codes.prefix()) && !codes.canMake(code)) {
            throw yaml.wrong("\"" + code + "\" is not an error code of the rule error_code; these begin with "
                    + codes.prefix() + " and have at most " + codes.characters() + " characters more");
        }
        yaml.entries(KEYS);
        return new FailureCode(
                code,
                yaml.find("description").map(YamlNode::text).orElse(null),
                yaml.get("action").text(),
                yaml.find("models").map(FailureCode::actions).orElse(Map.of()),
                yaml.find("owner").map(YamlNode::text).orElse(null),
                yaml.find("from").map(YamlNode::day).orElse(null));
    }

    /**
     * A code as somebody wrote it.
     *
     * @param parts texts under the keys of {@code rules.yaml}; missing ones are blank
     * @param models the actions for models
     * @throws UserError with what is wrong, in one line
     */
    public static FailureCode of(String code, Map<String, String> parts, Map<String, String> models, Rules rules) {
        return YamlLine.read(line(parts, models), yaml -> of(code, yaml, rules.errorCode()));
    }

    private static String line(Map<String, String> parts, Map<String, String> models) {
        return "{" + YamlLine.inner(parts) + (models.isEmpty() ? "" : ", models: " + YamlLine.of(models)) + "}";
    }

    /** Whether it is in force on a day, unless a later one is. */
    public boolean on(LocalDate day) {
        return from == null || !day.isBefore(from);
    }

    /** Whether another one says the same code from the same day on, so that only one of them can be meant. */
    public boolean replaces(FailureCode other) {
        return NameKey.alike(code, other.code) && Objects.equals(from, other.from);
    }

    /** Code and first day, such as {@code EC077 from 2025-06-01}. */
    public String words() {
        return code + (from == null ? "" : " from " + from);
    }

    /** What the rules say of it, in one line without the code and the day. */
    public String advice() {
        return Stream.of(
                        Stream.of(action),
                        models.entrySet().stream().map(each -> each.getKey() + ": " + each.getValue()),
                        Stream.ofNullable(description),
                        Stream.ofNullable(owner).map(name -> "owner " + name))
                .flatMap(part -> part)
                .collect(Collectors.joining("; "));
    }

    /** Its values as YAML in one line. */
    String yaml() {
        Map<String, String> parts = new LinkedHashMap<>();
        if (description != null) {
            parts.put("description", description);
        }
        parts.put("action", action);
        if (owner != null) {
            parts.put("owner", owner);
        }
        if (from != null) {
            parts.put("from", from.toString());
        }
        return line(parts, models);
    }

    private static Map<String, String> actions(YamlNode yaml) {
        Map<String, String> actions = new LinkedHashMap<>();
        yaml.entries().forEach((model, action) -> actions.put(model, action.text()));
        return actions;
    }
}
